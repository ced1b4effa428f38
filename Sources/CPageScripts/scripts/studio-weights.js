"use strict";
// Weights that are set directly: a slider each, the others making room so that the sum stays 1; and the
// judgements that come nearest.
(() => {
  const { say, text, number, studio } = steelyard;
  const { make } = studio;
  /** Weights are whole numbers of these parts, so that they add up to 1 as they are written. */
  const parts = 10000;

  /** Whole parts in proportion to shares, that add up to a total: the largest remainders get the rest. */
  const apportion = (shares, total) => {
    const sum = d3.sum(shares);
    const exact = shares.map((share) => (sum > 0 ? total * share / sum : total / shares.length));
    const whole = exact.map(Math.floor);
    const order = d3.range(shares.length).sort((one, other) =>
      (exact[other] - whole[other]) - (exact[one] - whole[one]) || one - other);
    const rest = Math.round(total - d3.sum(whole));
    order.slice(0, rest).forEach((place) => { whole[place] += 1; });
    return whole;
  };
  studio.roundedWeights = (weights) => apportion(weights, parts).map((part) => part / parts);

  /** The weights after one is set: others that are not locked keep their proportions to each other. */
  studio.reweighted = (weights, place, value, locked) => {
    const counts = weights.map((weight) => Math.round(weight * parts));
    const free = d3.range(weights.length).filter((other) => other !== place && !locked[other]);
    if (free.length === 0) return weights;
    const held = d3.sum(counts.filter((_, other) => other !== place && locked[other]));
    const own = Math.max(0, Math.min(parts - held, Math.round(value * parts)));
    const rest = apportion(free.map((other) => counts[other]), parts - held - own);
    free.forEach((other, index) => { counts[other] = rest[index]; });
    counts[place] = own;
    return counts.map((count) => count / parts);
  };

  /** The weights as the draft has them, in the order of the labels; null where it sets none. */
  studio.directWeights = (state, weighing) => {
    const set = studio.draft.at(state.changes, "weights", weighing.path);
    return set ? weighing.labels.map((label) => set[label.name]) : null;
  };

  /** Sliders for the weights of a weighing. update(weights, nearest) shows them. */
  studio.weightSliders = (state, weighing) => {
    const { language } = state;
    const names = weighing.labels.map((label) => text(language, label.title) || label.name);
    const locked = names.map(() => false);
    // Weights that need not add up to 1 may be more than 1.
    const most = weighing.isSum ? 1 : Math.max(1, 2 * d3.max(weighing.baseline.weights));
    let now = weighing.baseline.weights, gesture = null, shown = null;

    const set = (place, value) => {
      const base = studio.directWeights(state, weighing)
        || (weighing.isSum ? studio.roundedWeights(now) : now);
      const next = weighing.isSum ? studio.reweighted(base, place, value, locked)
        : base.map((weight, other) => (other === place ? value : weight));
      state.change(studio.draft.withWeights(state.changes, weighing, next), weighing.path, gesture);
    };
    const rows = names.map((name, place) => {
      const range = make("input", {
        type: "range", min: 0, max: most, step: 0.005, "aria-label": name,
        pointerdown: () => { gesture = {}; },
        change: () => { gesture = null; },
        input: () => set(place, Number(range.value)),
      });
      const field = make("input", {
        type: "text", inputmode: "decimal", size: 6, "aria-label": say(language, "editPercentOf", name),
        change: () => {
          const value = Number.parseFloat(field.value.replace("%", "")) / 100;
          if (Number.isFinite(value)) set(place, Math.max(0, value));
          else field.value = number.percent(now[place], 2);
        },
      });
      const lock = weighing.isSum ? make("label", { class: "lock", title: say(language, "editLockTitle", name) },
        make("input", { type: "checkbox", change: (event) => { locked[place] = event.target.checked; } }),
        say(language, "editLock")) : null;
      const tick = studio.baselineTick(weighing.baseline.weights[place] / most);
      return { range, field, element: make("div", { class: "weight" }, make("span", { class: "label" }, name),
        make("span", { class: "ranged" }, range, tick), field, lock) };
    });
    const nearest = make("div", { class: "nearest" });
    return {
      element: make("div", { class: "weights" }, ...rows.map((row) => row.element), nearest),
      update: (weights, close) => {
        const found = weighing.isSum ? close : null;
        now = studio.directWeights(state, weighing) || weights;
        rows.forEach((row, place) => {
          if (document.activeElement !== row.range || Number(row.range.value) !== now[place]) {
            row.range.value = String(now[place]);
          }
          studio.set(row.range, "aria-valuetext", number.percent(now[place], 2));
          if (document.activeElement !== row.field) row.field.value = number.percent(now[place], 2);
        });
        const words = JSON.stringify(found);
        if (words === shown) return;
        const wasOpen = nearest.querySelector("details[open]") != null;
        shown = words;
        nearest.replaceChildren(...(found ? near(found) : []));
        if (wasOpen && found) nearest.querySelector("details").open = true;
      },
    };

    /** The nearest judgements, their weights beside those set, and how far off they are. */
    function near(found) {
      const ratio = found.ratio == null ? say(language, "noRatio")
        : say(language, "editRatioShort", number.fixed(found.ratio, 3));
      const judgements = found.cells.map((cell) => make("li", {},
        studio.scale.words(language, names[cell.row], names[cell.column], cell.text)));
      const rows = names.map((name, place) => [name, number.percent(now[place], 2),
        number.percent(found.weights[place], 2)]);
      return [make("details", {},
        make("summary", {}, say(language, "editNearest", number.percent(found.largestDifference, 2), ratio)),
        steelyard.table(["label", "editSet", "editNearestWeights"].map((head) => say(language, head)), rows),
        make("ul", {}, ...judgements)),
      ...(weighing.judgementsReason ? [] : [studio.button(say(language, "editUseNearest"), () =>
        state.change(studio.draft.withJudgements(state.changes, weighing, found.cells), weighing.path))])];
    }
  };

  /** The mark on a slider from 0 to 1 where the policy stands; its class gives the look. */
  studio.baselineTick = (share) => {
    const tick = make("span", { class: "baseline-tick", "aria-hidden": "true" });
    tick.style.left = `calc(8px + (100% - 16px) * ${Math.max(0, Math.min(1, share))})`;
    return tick;
  };
})();
