// Words for what the desk refused, with the way out.
import { has, language, t } from './words.js';

/** The page's own words where it has them, else the desk's, which are English. */
export const explain = refused => refused.signIn
  ? t('fail.signInOver')
  : has(`fail.${refused.code}`) && (refused.code !== 'unexpected' || language !== 'en')
  ? t(`fail.${refused.code}`)
  : refused.message || t('fail.unexpected');
