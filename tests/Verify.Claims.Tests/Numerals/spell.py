#!/usr/bin/python3
"""Spells random whole numbers in every language that ICU spells: spell.py COUNT SEED

One line a number: language, number, text, with tabs between. Numbers have one to nine digits, every length as often."""
import random
import sys

import icu

count, chance = int(sys.argv[1]), random.Random(int(sys.argv[2]))
english = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("en")).format(123456)
seen = set()
for name in sorted(icu.Locale.getAvailableLocales()):
    spell = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(name)).format
    language = name.split("_")[0]
    # A locale without rules of its own falls back to English, or to digits; regions mostly repeat their language.
    if any(c.isdigit() for c in spell(123456)) or (spell(123456) == english and language != "en") or spell(190271934) in seen:
        continue
    if "lakh" in spell(123456) and language == "hi":
        continue
    seen.add(spell(190271934))
    for _ in range(count):
        number = chance.randrange(10 ** chance.randint(1, 9))
        print(name.replace("_", "-"), number, spell(number), sep="\t")
