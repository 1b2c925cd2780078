/* Turns each text area with data-editor into an editor, once it is seen: a hidden language tab
 * or the blank form of an inline stays a text area until it is shown, and modeltranslation has
 * moved it to its place by then. Loaded before CKEditor, which asks where its files are.
 */
(function () {
  "use strict";

  window.CKEDITOR_BASEPATH = document.currentScript.dataset.base;

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        const label = target.labels[0] ? target.labels[0].textContent : target.name;
        const title = label.trim().replace(/:$/, "");
        CKEDITOR.replace(target, { ...JSON.parse(target.dataset.editor), title });
      }
    },
    { rootMargin: "100000px" }, // shown anywhere on the page, not only in the window
  );

  function find(root) {
    root.querySelectorAll("textarea[data-editor]").forEach((area) => seen.observe(area));
  }

  // What the cleaned text does not keep is not offered either.
  const SIZES = "txtWidth txtHeight txtBorder cmbAlign txtCellSpace txtCellPad txtSummary".split(" ");

  function offer(field, isKept) {
    field.items = field.items.filter((item) => isKept(item[item.length - 1]));
  }

  function shorten({ data: { name, definition } }) {
    for (const tab of ["upload", "target", "advanced"]) definition.removeContents(tab);
    const info = definition.getContents("info");
    if (name === "link") {
      offer(info.get("linkType"), (type) => type !== "anchor");
      offer(info.get("protocol"), (protocol) => /^(https?:\/\/)?$/.test(protocol));
    }
    if (name === "table" || name === "tableProperties") SIZES.forEach((id) => info.remove(id));
  }

  function forgetCellProperties({ editor }) {
    editor.removeMenuItem("tablecell_properties");
  }

  // The filter for Word gives what is pasted to the browser's parser, which reports a refused
  // handler as soon as it sees one; the editor's own parser takes them out before.
  function disarm({ data }) {
    const gone = ["script", "iframe", "object", "embed", "svg", "img"].map((name) => [name, () => false]);
    const rules = { elements: Object.fromEntries(gone), attributeNames: [[/^on/i, ""]] };
    const pasted = CKEDITOR.htmlParser.fragment.fromHtml(data.dataValue);
    const writer = new CKEDITOR.htmlParser.basicWriter();
    pasted.filterChildren(new CKEDITOR.htmlParser.filter(rules));
    pasted.writeChildrenHtml(writer);
    data.dataValue = writer.getHtml();
  }

  document.addEventListener("DOMContentLoaded", () => {
    CKEDITOR.disableAutoInline = true;
    CKEDITOR.on("instanceCreated", ({ editor }) => editor.on("pasteFromWord", disarm));
    CKEDITOR.on("dialogDefinition", shorten);
    CKEDITOR.on("instanceReady", forgetCellProperties);
    find(document);
  });
  document.addEventListener("formset:added", (event) => find(event.target));
})();
