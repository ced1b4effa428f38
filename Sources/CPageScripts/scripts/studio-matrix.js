"use strict";
// The judgements of one weighing as a table: above the diagonal what was said, on it the weights, below it
// the same judgements from the other side.
(() => {
  const { say, text, number, colours, studio } = steelyard;
  const { make, scale } = studio;
  /** How far the mouse moves for a step. */
  const pixels = 16;

  /** How a judgement differs from what the weights imply, as a sign and as a colour. */
  const difference = (value, implied) => {
    const error = Math.log(value / implied);
    const sign = Math.abs(error) < 5e-3 ? "=" : error > 0 ? "▲" : "▼";
    const most = Math.log(2.5);
    const colour = d3.interpolateRgb("#ffffff", error > 0 ? colours.more : colours.less)(
      0.6 * Math.min(1, Math.abs(error) / most));
    return { sign, colour: sign === "=" ? "#ffffff" : colour };
  };

  /**
   * The table of a weighing. `select(cell)` is called when a cell is pointed at, `judge(cell, text,
   * gesture)` when it gets another judgement. update(cells, {weights, worst, selected}) shows cells
   * [{row, column, text, before, isGiven}], before being the policy's own text where it differs. Where judge
   * is null the cells can be read only.
   */
  studio.matrix = (language, labels, { select, judge }) => {
    const names = labels.map((label) => text(language, label.title) || label.name);
    const many = labels.length > 4;
    const heads = names.map((name) => make("th", { scope: "col", title: name },
      make("span", {}, name)));
    const diagonal = names.map(() => make("td", { class: "own" }));
    const lower = new Map(), upper = new Map();
    const rows = names.map((name, row) => make("tr", {}, make("th", { scope: "row", title: name }, name),
      ...names.map((other, column) => {
        if (row === column) return diagonal[row];
        if (row > column) {
          const place = make("td", { class: "mirror" });
          lower.set(`${column},${row}`, place);
          return place;
        }
        const cell = studio.cell(language, names, { row, column }, { select, judge });
        upper.set(`${row},${column}`, cell);
        return make("td", {}, cell.element);
      })));
    const table = make("table", { class: many ? "matrix many" : "matrix" },
      make("thead", {}, make("tr", {}, make("td"), ...heads)), make("tbody", {}, ...rows));
    return {
      element: table,
      focus: (row, column) => upper.get(`${row},${column}`).element.focus(),
      update: (cells, { weights, worst, selected }) => {
        diagonal.forEach((place, index) => studio.write(place, number.percent(weights[index])));
        for (const cell of cells) {
          const key = `${cell.row},${cell.column}`;
          const isWorst = worst != null && worst.row === cell.row && worst.column === cell.column;
          upper.get(key).update(cell, {
            implied: weights[cell.row] / weights[cell.column], isWorst, isSelected: selected === key,
          });
          studio.write(lower.get(key), scale.reciprocal(cell.text));
        }
      },
    };
  };

  /** One judgement: a spin button that takes keys, digits and drags. */
  studio.cell = (language, names, place, { select, judge }) => {
    const [row, column] = [names[place.row], names[place.column]];
    const said = make("b"), sign = make("i", { "aria-hidden": "true" }), before = make("s");
    const element = make("div", {
      class: "cell", role: "spinbutton", tabindex: "0",
      "aria-label": say(language, "editAgainst", row, column),
      "aria-valuemin": scale.low, "aria-valuemax": scale.high, "aria-readonly": judge ? null : "true",
    }, make("span", {}, said, sign), before);
    let shown = "1", typed = "", typing = null, drag = null, settled = null;

    const position = () => scale.position(scale.value(shown) || 1);
    const give = (words, gesture = null) => {
      if (words !== shown) judge(place, words, gesture);
    };
    const endTyping = () => {
      clearTimeout(settled);
      if (typing === null) return;
      [typed, typing] = ["", null];
      element.classList.remove("typing");
      studio.write(said, shown);
    };
    const type = (character) => {
      typing = typing || {};
      typed = character === "Backspace" ? typed.slice(0, -1) : typed + character;
      element.classList.add("typing");
      said.textContent = typed || "…";
      if (scale.value(typed) != null && !typed.endsWith(".")) give(typed, typing);
      clearTimeout(settled);
      settled = setTimeout(endTyping, 2500);
    };
    const steps = {
      ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 2, PageDown: -2,
    };
    if (judge) element.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[0-9./]$/.test(event.key) || (event.key === "Backspace" && typing)) type(event.key);
      else if (event.key in steps) {
        endTyping();
        let to = position();
        for (let step = 0; step < Math.abs(steps[event.key]); step += 1) {
          to = scale.next(to, steps[event.key]);
        }
        give(scale.text(to));
      } else if (event.key === "Home" || event.key === "End") {
        endTyping();
        give(scale.text(event.key === "Home" ? scale.low : scale.high));
      } else if (event.key === "Enter" || event.key === "Escape" || event.key === " ") {
        if (typing === null && event.key !== "Escape") select(place);
        endTyping();
      } else return;
      event.preventDefault();
    });
    element.addEventListener("blur", endTyping);
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || !judge) return;
      endTyping();
      drag = { x: event.clientX, from: position(), moved: false };
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const steps = Math.round((event.clientX - drag.x) / pixels);
      if (steps === 0 && !drag.moved) return;
      drag.moved = true;
      element.classList.add("dragged");
      const to = steps === 0 ? drag.from : Math.round(drag.from) + steps;
      give(scale.text(Math.max(scale.low, Math.min(scale.high, Math.round(to)))), drag);
    });
    const letGo = (event) => {
      if (!drag) return;
      if (!drag.moved && event.type === "pointerup") select(place);
      drag = null;
      element.classList.remove("dragged");
    };
    element.addEventListener("pointerup", letGo);
    element.addEventListener("pointercancel", letGo);

    return {
      element,
      update: (cell, { implied, isWorst, isSelected }) => {
        shown = cell.text;
        const value = scale.value(shown);
        if (typing === null) studio.write(said, shown);
        const look = value == null ? { sign: "?", colour: "#ffffff" } : difference(value, implied);
        studio.write(sign, look.sign);
        studio.write(before, cell.before || "");
        element.style.backgroundColor = look.colour;
        element.classList.toggle("worst", isWorst);
        element.classList.toggle("changed", cell.before != null);
        element.classList.toggle("selected", isSelected);
        element.classList.toggle("completed", !cell.isGiven);
        // A number to be read by programs: with a plain minus sign.
        studio.set(element, "aria-valuenow", value == null ? null : Number(scale.position(value).toFixed(2)));
        studio.set(element, "aria-valuetext", [scale.words(language, row, column, shown),
          cell.before != null ? say(language, "editWas", cell.before) : "",
          isWorst ? say(language, "editWorstCell") : ""].filter((words) => words).join("; "));
        studio.set(element, "title", say(language, "editCellTitle",
          scale.words(language, row, column, shown), number.digits(implied)));
      },
    };
  };
})();
