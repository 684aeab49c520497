// Rules of CSS that a browser of the baseline does not know are errors, but for those that only
// refine a page and do no harm where they are unknown.
const REFINEMENTS = [
  "css-content-visibility", // folded parts stay folded on paper
  "css-overscroll-behavior", // the page scrolls on at the end of a list
  "css-paged-media", // paper has the size and margins of the printer's settings
  "css-scrollbar", // scroll bars look as everywhere
  "css-touch-action", // of the theme: a double tap zooms
  "text-size-adjust", // of the theme: for one browser that has it
];

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [
      true,
      { ignore: REFINEMENTS, ignorePartialSupport: true },
    ],
  },
};
