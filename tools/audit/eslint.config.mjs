// Syntax, methods and interfaces that a browser of the baseline does not know are errors.
// Safari 15.6 is the oldest of them: it knows ES2022, but for what is named below.
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";

export default [
  compat.configs["flat/recommended"],
  esx.configs["flat/restrict-to-es2022"],
  {
    linterOptions: { reportUnusedDisableDirectives: "off" },
    languageOptions: { ecmaVersion: "latest", sourceType: "script" },
    // Methods are known by their names, whatever they are called on.
    settings: { "es-x": { aggressive: true } },
    rules: {
      "es-x/no-class-static-block": "error",
      "es-x/no-intl-segmenter": "error",
      "es-x/no-regexp-lookbehind-assertions": "error",
    },
  },
];
