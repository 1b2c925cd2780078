/* CKEditor 4 without inline scripts.
 *
 * It writes its handlers as on… attributes, and the start of its frames as an inline script or
 * an onload attribute, all of them one call of a function that it has registered under a number:
 * onclick="CKEDITOR.tools.callFunction(12, this)". A strict Content-Security-Policy stops them.
 * Here such an attribute is set aside before the browser sees it, read by a pattern, and a
 * listener calls the same function. Nothing is evaluated; what does not fit does not happen.
 */
(function () {
  "use strict";

  const ASIDE = "data-handler-";
  const HANDLER =
    / on([a-z]+)="((?:return )?CKEDITOR\.tools\.callFunction\([^"]*|return false;|this\.style\.cssText[^"]*)"/g;
  const CALL =
    /^(return )?CKEDITOR\.tools\.callFunction\((\d+)((?:\s*,\s*(?:this|event|null|\d+|'[^'\\]*'))*)\s*\);?(\s*return false;)?$/;
  const ARGUMENT = /this|event|null|\d+|'[^']*'/g;
  const FRAME_START =
    /<script id="cke_actscrpt"[^>]*>[^<]*?CKEDITOR\.tools\.callFunction\((\d+),window\)[^<]*<\/script>/;
  const PANEL_START = / onload="window\.parent\.CKEDITOR\.tools\.callFunction\((\d+)\);"/;

  function meaning(word, element, event) {
    if (word === "this") return element;
    if (word === "event") return event;
    if (word === "null") return null;
    return word.startsWith("'") ? word.slice(1, -1) : Number(word);
  }

  function listener(code) {
    if (code === "return false;") return (event) => event.preventDefault();
    const call = CALL.exec(code);
    if (!call) return null;
    const [, returnsResult, number, words, returnsFalse] = call;
    return function (event) {
      const values = (words.match(ARGUMENT) || []).map((word) => meaning(word, this, event));
      const result = CKEDITOR.tools.callFunction(Number(number), ...values);
      if (returnsFalse || (returnsResult && result === false)) event.preventDefault();
    };
  }

  function connect(element) {
    for (const { name, value } of Array.from(element.attributes)) {
      if (!name.startsWith(ASIDE)) continue;
      element.removeAttribute(name);
      const handler = listener(value);
      if (handler) element.addEventListener(name.slice(ASIDE.length), handler);
    }
    if ((element.getAttribute("href") || "").startsWith("javascript:void(")) {
      element.addEventListener("click", (event) => event.preventDefault());
    }
  }

  const setAside = (html) => String(html).replace(HANDLER, ` ${ASIDE}$1="$2"`);
  const connectIn = (root) => root.querySelectorAll("*").forEach(connect);

  // The three ways in which the editor's own parts come onto the page.
  for (const way of ["setHtml", "appendHtml"]) {
    const insert = CKEDITOR.dom.element.prototype[way];
    CKEDITOR.dom.element.prototype[way] = function (html) {
      const result = insert.call(this, setAside(html));
      if (!(this instanceof CKEDITOR.editable)) connectIn(this.$);
      return result;
    };
  }

  const write = CKEDITOR.dom.document.prototype.write;
  CKEDITOR.dom.document.prototype.write = function (html) {
    const start = FRAME_START.exec(html) || PANEL_START.exec(html);
    write.call(this, start ? html.replace(start[0], "") : html);
    if (!start) return;
    const frame = this.$;
    const begin = () => CKEDITOR.tools.callFunction(Number(start[1]), frame.defaultView);
    if (frame.readyState === "complete") begin();
    else frame.defaultView.addEventListener("load", begin);
  };
})();
