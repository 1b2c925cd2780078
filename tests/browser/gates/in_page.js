/* What the gates ask of a page as the browser drew it. Put into the page by Playwright, past the
 * page's own policy; it changes nothing that a reader would see.
 */
window.gates = (() => {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const SLACK = 2; // pixels by which a letter's box may stand over
  const RING_CONTRAST = 3;
  let controls = [];
  let met = [];

  const name = (one) => {
    const said = (one.getAttribute("aria-label") || one.textContent || one.name || "").trim();
    const marks = [...one.classList].map((word) => `.${word}`).join("");
    return `<${one.localName}${one.id && `#${one.id}`}${marks}> “${said.replace(/\s+/g, " ").slice(0, 40)}”`;
  };

  const isSeen = (one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) &&
    one.getClientRects().length > 0;

  // --- text that nobody can read -----------------------------------------------------------

  const clips = (style) => /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
  const isWithin = (one, property, is) => {
    for (let each = one; each; each = each.parentElement) {
      if (is.test(getComputedStyle(each)[property])) return true;
    }
    return false;
  };
  const isForListenersOnly = (one) => {
    const box = one.getBoundingClientRect();
    return box.width <= 1 || box.height <= 1 || isWithin(one, "clipPath", /inset\(50%/);
  };

  const textLines = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      if (!walk.currentNode.data.trim() || !isSeen(parent)) continue;
      // A summary that ends after some lines is told whole where its card leads.
      if (isWithin(parent, "webkitLineClamp", /^[0-9]/)) continue;
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) lines.push({ parent, box });
      }
    }
    return lines;
  };

  const cutBy = ({ parent, box }) => {
    for (let one = parent; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (!clips(style)) continue;
      if (isForListenersOnly(one)) return null;
      const frame = one.getBoundingClientRect();
      const across = style.overflowX !== "visible";
      const down = style.overflowY !== "visible";
      if (across && (box.left < frame.left - SLACK || box.right > frame.right + SLACK)) return one;
      // The box of a letter is taller than what is drawn of it.
      const room = SLACK + box.height * 0.15;
      if (down && (box.top < frame.top - room || box.bottom > frame.bottom + room)) return one;
    }
    return null;
  };

  const lostText = () => {
    const found = new Set();
    for (const line of textLines()) {
      const cut = cutBy(line);
      if (cut) found.add(`${name(line.parent)} is cut off by ${name(cut)}`);
      if (line.box.right < 0) continue; // off the page, for listeners or until it is focused
      const isOffThePage = line.box.left < -SLACK && !isWithin(line.parent, "overflowX", /auto|scroll/);
      if (isOffThePage) found.add(`${name(line.parent)} begins left of the page`);
    }
    return [...found];
  };

  const isBeside = (one, other) => one.contains(other) || other.contains(one);

  const overlappingText = () => {
    // A panel of the bar, and the link in focus that skips it, stand over the page on purpose.
    const isSeenOnThePage = ({ parent }) => !isForListenersOnly(parent) && !parent.closest(".bar-panel, .skip-link");
    const lines = textLines().filter(isSeenOnThePage);
    const found = new Set();
    lines.forEach((one, at) => {
      for (const other of lines.slice(at + 1)) {
        if (isBeside(one.parent, other.parent)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > SLACK && down > 0.4 * Math.min(one.box.height, other.box.height)) {
          found.add(`${name(one.parent)} lies over ${name(other.parent)}`);
        }
      }
    });
    return [...found];
  };

  const sideways = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const stand = [...document.body.querySelectorAll("*")].filter(
      (one) => isSeen(one) && one.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} wide, because of ${stand.slice(0, 3).map(name).join(", ")}`];
  };

  // --- the keyboard ------------------------------------------------------------------------

  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });

  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };

  const luminance = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /* The colour that lies behind an element, or null where that is a picture. */
  const groundOf = (one) => {
    for (let under = one; under; under = under.parentElement) {
      const style = getComputedStyle(under);
      if (style.backgroundImage !== "none") return null;
      const colour = rgba(style.backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba(getComputedStyle(document.documentElement).colorScheme === "dark" ? "#000" : "#fff");
  };

  const ringOf = (one) => {
    const style = getComputedStyle(one);
    const isDrawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const isInside = parseFloat(style.outlineOffset) < 0;
    return { outline: isDrawn ? style.outlineColor : "", shadow: style.boxShadow, isInside };
  };

  /* A control and what it may stand in: the ring of a card's link is drawn around the card. */
  const around = (one) => {
    const found = [];
    for (let each = one; each && each !== document.body && found.length < 5; each = each.parentElement) {
      found.push(each);
    }
    return found;
  };

  /* What is wrong with the ring around a control that has the focus now. */
  const ringTrouble = (one, before) => {
    const drawn = around(one).find((each, at) => {
      const ring = ringOf(each);
      return (ring.outline && ring.outline !== before[at]?.outline) || ring.shadow !== before[at]?.shadow;
    });
    if (!drawn) return `${name(one)} does not show that it is in focus`;
    const ring = ringOf(drawn);
    const shades = [ring.outline, ring.shadow.match(/^(rgba?|color|oklch|oklab)\([^)]*\)/)?.[0]].filter(Boolean);
    const ground = groundOf(ring.isInside ? drawn : drawn.parentElement || drawn);
    if (!ground || shades.length === 0) return "";
    const best = Math.max(...shades.map((shade) => contrast(rgba(shade), ground)));
    return best < RING_CONTRAST ? `the ring of ${name(one)} has ${best.toFixed(1)}:1 only` : "";
  };

  const isCovered = (one) => {
    const box = one.getBoundingClientRect();
    const shares = [0.02, 0.25, 0.5, 0.75, 0.98];
    const points = shares.flatMap((x) => shares.map((y) => [box.left + box.width * x, box.top + box.height * y]));
    for (const part of one.getClientRects()) points.push([part.left + part.width / 2, part.top + part.height / 2]);
    return !points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && isBeside(one, top) && top !== document.body && top !== document.documentElement;
    });
  };

  /* Leave the focus where a page begins: a key goes on from where the last one was, even unseen. */
  const toTheTop = () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.blur();
    document.body.removeAttribute("tabindex");
  };

  /* Note every control before any has the focus; says how many the keyboard must reach. */
  const noteControls = () => {
    toTheTop();
    controls = [...document.querySelectorAll(CONTROLS)].filter(
      (one) => one.tabIndex >= 0 && !one.disabled && isSeen(one),
    );
    controls = controls.map((one) => ({ one, before: around(one).map(ringOf), isReached: false }));
    met = [];
    addEventListener("keyup", meet, true);
    return controls.length;
  };

  /* What is wrong with the control that the last key brought to, when it is met first. */
  const meet = () => {
    const now = document.activeElement;
    if (!now || now === document.body) return;
    const known = controls.find(({ one }) => one === now);
    if (!known) met.push(`${name(now)} has the focus, unforeseen`);
    if (!known || known.isReached) return;
    known.isReached = true;
    met.push(ringTrouble(now, known.before));
    if (isCovered(now)) met.push(`${name(now)} is in focus behind something else`);
  };

  const isOtherOfGroup = ({ one }) =>
    one.type === "radio" &&
    controls.some((other) => other.isReached && other.one.type === "radio" && other.one.name === one.name);

  /* What the keys that were pressed met, and what they did not. */
  const walked = () => {
    removeEventListener("keyup", meet, true);
    const missed = controls.filter((control) => !control.isReached && !isOtherOfGroup(control));
    return [...new Set(met), ...missed.map(({ one }) => `${name(one)} is not reached by Tab`)].filter(Boolean);
  };

  /* The rings again in another mode, where only their colours differ. */
  const rings = () => {
    noteControls();
    const troubles = controls.map(({ one, before }) => {
      one.focus({ focusVisible: true, preventScroll: true });
      return ringTrouble(one, before);
    });
    walked();
    document.activeElement?.blur();
    return troubles.filter(Boolean);
  };

  const open = () => document.querySelectorAll("details:not(.display)").forEach((one) => (one.open = true));

  const display = document.querySelector(".display");

  const choose = (chosen) => {
    if (!display) return false; // the page of a broken portal stands alone
    display.open = true;
    for (const [choice, value] of Object.entries(chosen)) {
      display.querySelector(`[name="${choice}"][value="${value}"]`).click();
    }
    return true;
  };

  const giveBack = () => {
    display.querySelector("[type=reset]").click();
    display.open = false;
  };

  return { choose, giveBack, lostText, overlappingText, sideways, noteControls, walked, rings, open };
})();
