/* modeltranslation names the tabs of its two languages "th" and "en", and puts a list of the same
 * two, without a label, inside the heading: here they get names, and the list a place of its own.
 */
(function () {
  "use strict";

  const NAMES = { th: "ไทย", en: "English" };
  const LABEL = document.documentElement.lang === "en" ? "Language of the fields" : "ภาษาของช่องที่กรอก";

  function nameTabs() {
    for (const tab of document.querySelectorAll(".ui-tabs-nav a")) {
      const code = tab.textContent.trim();
      if (!NAMES[code]) continue;
      tab.textContent = NAMES[code];
      tab.lang = code;
      tab.removeAttribute("title");
    }
  }

  function placeSwitch() {
    const list = document.querySelector("#modeltranslation-main-switch");
    if (!list || !list.closest("h1")) return;
    for (const option of list.options) {
      option.textContent = NAMES[option.textContent.trim()] || option.textContent;
    }
    const heading = list.closest("h1");
    if (list.options.length < 2) return list.remove();
    const line = document.createElement("p");
    const label = document.createElement("label");
    line.className = "language-switch";
    label.htmlFor = list.id;
    label.textContent = LABEL;
    line.append(label, " ", list);
    document.querySelector("#content-main").before(line);
    heading.lastChild.remove(); // the blank that stood before the list
  }

  // The tabs come when jQuery finds the time, and again with every inline that is added.
  document.addEventListener("DOMContentLoaded", () => {
    const name = () => {
      placeSwitch();
      nameTabs();
    };
    name();
    new MutationObserver(name).observe(document.querySelector("#content"), {
      childList: true,
      subtree: true,
    });
  });
})();
