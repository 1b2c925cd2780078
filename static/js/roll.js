/* The rank of a roll's lines, by dragging or by buttons: it is written into the number fields,
 * which do the same without a script.
 */
(function () {
  "use strict";

  const list = document.getElementById("roll-lines");
  const tools = document.getElementById("roll-tools");
  const lines = () => Array.from(list.querySelectorAll(".roll-line"));
  const field = (line) => line.querySelector("input[name$='-place']");

  function number(isMoved) {
    const all = lines();
    all.forEach((line, index) => {
      if (isMoved) field(line).value = index + 1;
      line.querySelector("[data-move='-1']").disabled = index === 0;
      line.querySelector("[data-move='1']").disabled = index === all.length - 1;
    });
  }

  function place(line, other, isAfter) {
    other[isAfter ? "after" : "before"](line);
    number(true);
  }

  function step(button) {
    const line = button.closest(".roll-line");
    const all = lines();
    const by = Number(button.dataset.move);
    const other = all[all.indexOf(line) + by];
    if (!other) return;
    place(line, other, by > 0);
    (button.disabled ? line.querySelector("[data-move]:not(:disabled)") : button)?.focus();
  }

  function drag(handle, event) {
    const line = handle.closest(".roll-line");
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    line.classList.add("roll-dragged");

    const move = ({ clientX, clientY }) => {
      const under = document.elementFromPoint(clientX, clientY)?.closest(".roll-line");
      if (!under || under === line) return;
      const box = under.getBoundingClientRect();
      const isBelow = line.compareDocumentPosition(under) & Node.DOCUMENT_POSITION_FOLLOWING;
      // Past its middle, so that two of unlike height do not change places for ever.
      if (isBelow ? clientY > box.top + box.height / 2 : clientY < box.top + box.height / 2) {
        place(line, under, Boolean(isBelow));
        handle.setPointerCapture(event.pointerId);
      }
    };
    const stop = () => {
      line.classList.remove("roll-dragged");
      for (const [name, listener] of Object.entries(listeners)) {
        handle.removeEventListener(name, listener);
      }
    };
    const listeners = { pointermove: move, pointerup: stop, pointercancel: stop };
    for (const [name, listener] of Object.entries(listeners)) {
      handle.addEventListener(name, listener);
    }
  }

  function equip(line) {
    line.append(tools.content.cloneNode(true));
    line.querySelector(".roll-handle").addEventListener("pointerdown", (event) => {
      drag(event.currentTarget, event);
    });
    for (const button of line.querySelectorAll("[data-move]")) {
      button.addEventListener("click", () => step(button));
    }
  }

  if (!list || !tools || !lines().length || !lines().every(field)) return;
  lines().forEach(equip);
  number(false);
})();
