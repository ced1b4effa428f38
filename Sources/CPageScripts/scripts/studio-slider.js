"use strict";
// The whole scale for one judgement: where the policy has it, what the weights imply, what each of a panel
// said. It stands below the table of its weighing.
(() => {
  const { say, text, number, studio } = steelyard;
  const { make, scale } = studio;
  /** Half the width of the handle, which keeps a range's ends from the ends of its track. */
  const inset = 8;

  /** Where a place on the scale lies along a track, as a CSS length. */
  const along = (position) => {
    const share = (Math.max(scale.low, Math.min(scale.high, position)) - scale.low)
      / (scale.high - scale.low);
    return `calc(${inset}px + (100% - ${2 * inset}px) * ${share})`;
  };

  /**
   * The slider of a cell {row, column} of a weighing. update({text, before, implied, spread}) shows it;
   * spread is [{name, text, position}] of a panel's respondents.
   */
  studio.judgementSlider = (language, weighing, cell, { judge, close }) => {
    const names = [cell.row, cell.column].map((place) =>
      text(language, weighing.labels[place].title) || weighing.labels[place].name);
    const words = make("p", { class: "words" });
    let gesture = null;
    const range = make("input", {
      type: "range", min: scale.low, max: scale.high, step: 1,
      "aria-label": say(language, "editAgainst", ...names),
      pointerdown: () => { gesture = {}; },
      change: () => { gesture = null; },
      input: () => judge(cell, scale.text(Number(range.value)), gesture),
    });
    const ticks = d3.range(scale.low, scale.high + 1).map((position) => {
      const tick = make("span", { class: position % 2 === 0 ? "tick" : "tick minor" },
        scale.text(position));
      tick.style.left = along(position);
      return tick;
    });
    const baseline = make("span", { class: "mark baseline", title: say(language, "editBaseline") }, "▏");
    const implied = make("span", { class: "mark implied", title: say(language, "editImplied") }, "◇");
    const dots = make("div", { class: "dots" });
    const legend = make("p", { class: "note" });
    const spark = make("div", { class: "spark wide", "data-spark":
      `${weighing.path}.judgements.${weighing.labels[cell.row].name}.${weighing.labels[cell.column].name}` });
    const element = make("div", { class: "slider", role: "group", "aria-label": say(language, "editScale") },
      make("div", { class: "slider-head" }, words,
        studio.signButton("✕", say(language, "editCloseScale"), close)),
      make("div", { class: "track" }, dots, range, baseline, implied,
        make("div", { class: "ticks", "aria-hidden": "true" }, ...ticks)),
      make("div", { class: "ends" }, make("span", {}, `← ${names[1]}`), make("span", {}, `${names[0]} →`)),
      legend, make("div", { class: "alone" },
        make("span", { class: "note" }, say(language, "editSparkOf")), spark));

    return {
      element,
      key: `${cell.row},${cell.column}`,
      update: ({ text: said, before, implied: value, spread }) => {
        const position = scale.position(scale.value(said) || 1);
        range.value = String(Math.round(position));
        studio.set(range, "aria-valuetext", scale.words(language, ...names, said));
        studio.write(words, scale.words(language, ...names, said));
        baseline.style.left = along(scale.position(scale.value(before || said) || 1));
        implied.style.left = along(scale.position(value));
        dots.hidden = spread.length === 0;
        const stacked = new Map();
        dots.replaceChildren(...spread.map((one) => {
          const level = stacked.get(one.text) || 0;
          stacked.set(one.text, level + 1);
          const dot = make("span", { class: "dot", title: `${one.name}: ${one.text}` });
          dot.style.left = along(one.position);
          dot.style.bottom = `${level * 7}px`;
          return dot;
        }));
        studio.write(legend, [say(language, "editLegend", before || said, number.digits(value)),
          spread.length > 0 ? say(language, "editDots", spread.length) : ""].filter((part) => part)
          .join(" "));
      },
    };
  };
})();
