"""What the oldest browsers of the baseline lack: Chromium 109, Firefox 115 or Safari 15.6.

Each is a pattern by an example that it finds. What only refines a page, and does no harm where it
is unknown (text-wrap, content-visibility, overscroll-behavior, @page), is not here. `make audit`
holds the same by linters, which know more and need node.
"""

STYLES = {
    "a:has(b){top:0}": r":has\(",
    "a{color:color-mix(in srgb,red,blue)}": r"\b(?:color-mix|light-dark|(?:ok)?l(?:ch|ab)|color)\(",
    "a{b &{top:0}}": r"&",
    "@container (min-width:1em){a{top:0}}": r"@container\b|\bcontainer-type:|\bcq[wihb]\b",
    "@scope (a){b{top:0}}": r"@scope\b",
    "@starting-style{a{top:0}}": r"@starting-style\b",
    "@property --a{syntax:'*'}": r"@property\b",
    "@media (width>=1em){a{top:0}}": r"@media[^{]*[<>]",
    "a{grid-template-columns:subgrid}": r"\bsubgrid\b",
    "a{overflow:clip}": r"(?<!-)overflow(?:-[xy])?:clip\b",
    "a:dir(rtl){top:0}": r":dir\(",
    "a:user-invalid{top:0}": r":user-(?:in)?valid",
    "a:popover-open{top:0}": r":popover-open",
    "a{top:anchor(bottom)}": r"\banchor(?:-size)?\(|\bposition-(?:area|anchor)\b",
    "a{width:round(1.4px,1px)}": r"[:(, ](?:round|mod|rem|sin|cos|tan|pow|sqrt|hypot)\(",
    "a{hyphens:auto}": r"(?<!-webkit-hyphens:auto;)(?<!-)hyphens:auto",
}
SCRIPTS = {
    "/(?<=a)b/": r"\(\?<[=!]",
    "class A{static{}}": r"\bstatic\s*\{",
    "[].toSorted()": r"\.to(?:Sorted|Reversed|Spliced)\(",
    "[].with(0,1)": r"\.with\(",
    "Object.groupBy([])": r"\b(?:Object|Map)\.groupBy\b",
    "Promise.withResolvers()": r"\b(?:Promise\.(?:withResolvers|try)|Array\.fromAsync)\b",
    "new Set().union(a)": r"\.(?:union|intersection|difference|symmetricDifference|isSubsetOf)\(",
    "'a'.isWellFormed()": r"\.(?:isWellFormed|toWellFormed)\(",
    "URL.canParse('a')": r"\bURL\.(?:canParse|parse)\b",
    "new Intl.Segmenter()": r"\bIntl\.(?:Segmenter|DurationFormat)\b",
    "requestIdleCallback(a)": r"\brequestIdleCallback\b",
    "a.checkVisibility()": r"\.checkVisibility\(",
    "a.showPopover()": r"\.(?:show|hide|toggle)Popover\(",
    "document.startViewTransition()": r"\bstartViewTransition\b",
    "new CSSStyleSheet()": r"\bnew CSSStyleSheet\b|\badoptedStyleSheets\b",
    "AbortSignal.timeout(1)": r"\bAbortSignal\.(?:any|timeout)\b",
    "addEventListener('scrollend',a)": r"[\"'`]scrollend[\"'`]",
    "navigation.navigate()": r"(?<![.\w\"'])navigation\.",
    "new CompressionStream('gzip')": r"\b(?:De)?[cC]ompressionStream\b",
    "scheduler.yield()": r"\bscheduler\.(?:yield|postTask)\b",
}
