// Light or dark as the reader's system has it: the tokens go by this attribute.
document.documentElement.dataset.mantineColorScheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
