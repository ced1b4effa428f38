"use strict";
// A panel of the studio: a heading with what can be chosen, one sentence of what is seen, the drawing, and
// behind a summary how to read it and the same as a table.
//
// A panel stays where it is: only what differs is changed, the drawing as a whole, and its place never gets
// lower while a hand is on the mouse. Tables are made when they are opened.
(() => {
  const { say, element, studio } = steelyard;

  const write = (place, words) => {
    if (place.textContent !== words) place.textContent = words;
  };

  const makeSlot = (name, identity) => {
    const caption = element("figcaption", { id: identity });
    const drawing = element("div", { class: "drawing" });
    const summary = element("summary");
    const details = element("details", {}, summary, element("div", { class: "reading" }));
    const figure = element("figure", { "data-chart": name }, caption, drawing, details);
    const slot = { figure, caption, drawing, details, summary, least: 0 };
    details.addEventListener("toggle", () => fill(slot));
    return slot;
  };

  /** Notes and table of what is drawn now, where somebody looks at them. */
  const fill = ({ details, spec }) => {
    const place = details.lastElementChild;
    if (!details.open || !spec) return place.replaceChildren();
    const table = typeof spec.table === "function" ? spec.table() : spec.table;
    return place.replaceChildren(
      ...(spec.notes || []).filter((note) => note).map((note) => element("p", { class: "note" }, note)),
      ...(table ? [steelyard.table(table.heads, table.rows, table.numbersFrom)] : []));
  };

  /**
   * Makes one drawing the same as another and touches only what differs: the browser then lays out only
   * the words that changed.
   */
  const morph = (shown, made) => {
    if (shown.isEqualNode(made)) return;
    if (shown.nodeName !== made.nodeName) {
      shown.replaceWith(made);
      return;
    }
    if (shown.nodeType === Node.TEXT_NODE) {
      shown.data = made.data;
      return;
    }
    const names = made.getAttributeNames();
    for (const name of names) {
      const value = made.getAttribute(name);
      if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
    }
    for (const name of shown.getAttributeNames()) if (!names.includes(name)) shown.removeAttribute(name);
    let [old, next] = [shown.firstChild, made.firstChild];
    while (next) {
      const [oldAfter, nextAfter] = [old && old.nextSibling, next.nextSibling];
      if (old) morph(old, next);
      else shown.append(next);
      [old, next] = [oldAfter, nextAfter];
    }
    while (old) {
      const after = old.nextSibling;
      old.remove();
      old = after;
    }
  };

  const sentence = (language, words) =>
    (/[.。!?？]$/.test(words) ? words : words + (language === "zh" ? "。" : "."));

  const show = (slot, language, spec) => {
    slot.spec = spec;
    write(slot.caption, [spec.title, spec.remark].filter((part) => part)
      .map((part) => sentence(language, part)).join(language === "zh" ? "" : " "));
    write(slot.summary, say(language, "panelReading"));
    if (spec.draw) {
      const svg = d3.create("svg").attr("role", "img").attr("aria-labelledby", slot.caption.id);
      const width = spec.width || steelyard.width;
      const height = Math.ceil(spec.draw(svg));
      svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
      const shown = slot.drawing.firstElementChild;
      if (shown) morph(shown, svg.node());
      else slot.drawing.append(svg.node());
      if (height > slot.least) {
        slot.least = height;
        slot.drawing.style.minHeight = `${height}px`;
      }
    } else {
      slot.drawing.replaceChildren(...(spec.content ? [spec.content] : []));
    }
    if (slot.details.open) fill(slot);
  };

  /**
   * A panel by name. It has `root`, `controls` (where selects go), `isOpen` (whether a table is looked at)
   * and:
   * - draw(language, layout, drawn): `drawn` gets the element to draw in with charts, and an identity for
   *   parts of them; while `layout` stays, the drawing's place keeps the height that it had at most;
   * - empty(language, words, height) shows words instead, in the room that what comes will need;
   * - pending(isPending, words) greys what is shown, as it belongs to another draft, and says why.
   */
  studio.panel = (name) => {
    const identity = steelyard.nextIdentity("panel");
    const heading = element("h2", { id: identity });
    const status = element("span", { class: "status", role: "status" });
    const controls = element("span", { class: "controls" });
    const body = element("div", { class: "panel-body" });
    const root = element("section", { class: "panel", "data-panel": name, "aria-labelledby": identity },
      element("div", { class: "panel-head" }, heading, status, controls), body);
    const slots = new Map();
    let used = new Set(), lastLayout = null;

    steelyard.keepers.set(body, (language, spec) => {
      used.add(spec.name);
      if (!slots.has(spec.name)) {
        const slot = makeSlot(spec.name, steelyard.nextIdentity("caption"));
        slots.set(spec.name, slot);
        body.append(slot.figure);
      }
      const slot = slots.get(spec.name);
      show(slot, language, spec);
      return slot.figure;
    });

    const keepOnly = (names) => {
      for (const [slotName, slot] of slots) {
        if (names.has(slotName)) continue;
        slot.figure.remove();
        slots.delete(slotName);
      }
    };

    return {
      name, root, controls,
      get isOpen() {
        return [...slots.values()].some((slot) => slot.details.open);
      },
      draw: (language, layout, drawn) => {
        if (layout !== lastLayout) {
          for (const slot of slots.values()) {
            slot.least = 0;
            slot.drawing.style.minHeight = "";
          }
          lastLayout = layout;
        }
        write(heading, say(language, studio.panelHeading(name)));
        used = new Set();
        if (slots.size === 0) body.replaceChildren();
        drawn(body, identity);
        keepOnly(used);
      },
      empty: (language, words, height) => {
        write(heading, say(language, studio.panelHeading(name)));
        keepOnly(new Set());
        const place = element("p", { class: "empty" }, words);
        if (height) place.style.minHeight = `${height}px`;
        body.replaceChildren(place);
      },
      pending: (isPending, words) => {
        root.classList.toggle("pending", isPending);
        write(status, isPending ? words : "");
      },
    };
  };

  studio.panelHeading = (name) => `panel${name[0].toUpperCase()}${name.slice(1)}`;

  /**
   * A select that is put into a panel once. update(language, source, words, chosen) keeps it up to date:
   * `words` gives what the entries of `source` are called, {value, words}; they are made anew only for
   * another source or language, since there may be thousands of them.
   */
  studio.panelSelect = (panel, phrase, choose) => {
    const select = element("select", { hidden: "" });
    select.addEventListener("change", () => choose(select.value));
    panel.controls.append(select);
    let last = {};
    return (language, source, words, chosen) => {
      if (source !== last.source || language !== last.language) {
        last = { source, language };
        const name = say(language, phrase);
        select.setAttribute("aria-label", name);
        select.title = name;
        select.hidden = source.length === 0;
        const options = document.createDocumentFragment();
        for (const one of source) {
          const option = words(one);
          options.append(element("option", { value: option.value }, option.words));
        }
        select.replaceChildren(options);
      }
      if (select.value !== chosen) select.value = chosen;
    };
  };
})();
