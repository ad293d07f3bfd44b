// What the start of the runtime alone takes: the measure of the benchmark startup.
return 0;
