"use strict";
// The card of one weighing: its judgements or its weights, how consistent they are, and by what method the
// weights come of them.
(() => {
  const { say, text, number, studio } = steelyard;
  const { make, draft, scale } = studio;

  /** A meter of the consistency ratio with its limit, and what it says in words. */
  const gauge = (language) => {
    const fill = make("span", { class: "fill" }), limit = make("span", { class: "limit" });
    const words = make("span", { class: "gauge-words" });
    const meter = make("span", { class: "gauge", role: "meter", "aria-label": say(language, "editRatio"),
      "aria-valuemin": 0 }, fill, limit);
    return {
      element: make("div", { class: "consistency" }, meter, words),
      update: ({ ratio, limit: most, isConsistent }) => {
        meter.hidden = ratio == null;
        const end = 2 * most;
        fill.style.width = `${100 * Math.min(1, (ratio || 0) / end)}%`;
        limit.style.left = "50%";
        fill.classList.toggle("above", !isConsistent);
        studio.set(meter, "aria-valuemax", end);
        studio.set(meter, "aria-valuenow", ratio == null ? null : Math.min(ratio, end));
        const said = ratio == null ? say(language, "noRatio") : say(language,
          isConsistent ? "editConsistent" : "editInconsistent", number.fixed(ratio, 3),
          number.plain(most, 3));
        studio.set(meter, "aria-valuetext", said);
        studio.write(words, said);
        words.classList.toggle("bad", !isConsistent);
      },
    };
  };

  /** What the worst judgement is, what the others imply, and one click to try it. */
  const repair = (language, names, judge) => {
    const words = make("span");
    const button = studio.button("", () => judge(cell, suggestion));
    let cell = null, suggestion = null;
    return {
      element: make("p", { class: "repair" }, words, " ", button),
      update: (worst, said) => {
        if (!worst) {
          studio.write(words, say(language, "editNoWorst"));
          button.hidden = true;
          return;
        }
        cell = { row: worst.row, column: worst.column };
        suggestion = worst.suggestion;
        studio.write(words, say(language, "editWorst", names[cell.row], names[cell.column], said,
          number.digits(worst.implied)));
        button.hidden = !judge || suggestion == null || suggestion === said;
        studio.write(button, suggestion == null ? ""
          : worst.ratioIfSuggested == null ? say(language, "editTry", suggestion)
            : say(language, "editTryRatio", suggestion, number.fixed(worst.ratioIfSuggested, 3)));
      },
    };
  };

  /** The card of the weighing at a place of the policy. update() shows what the state holds. */
  studio.weighingCard = (state, place) => {
    const { language, policy } = state;
    const weighing = policy.weighings[place];
    const { path, labels, baseline } = weighing;
    const names = labels.map((label) => text(language, label.title) || label.name);
    const isDirect = () => (draft.at(state.changes, "weights", path) ? true
      : draft.at(state.changes, "judgements", path) ? false : baseline.kind === "numbers");
    const judge = weighing.judgementsReason ? null : (cell, words, gesture = null) => state.change(
      draft.withJudgement(state.changes, weighing, cell.row, cell.column, words), path, gesture);

    const body = make("div", { class: "card-body" });
    const fault = studio.faultPlace(state, path);
    const toggle = make("input", { type: "checkbox", change: () => switchTo(toggle.checked) });
    const reset = studio.signButton("↺", say(language, "editResetCard"), () =>
      state.change(draft.withoutWeighing(state.changes, path), path));
    const choice = (kind, words, options, own) => studio.select(say(language, words), options, own,
      (name) => state.change(draft.withChoice(state.changes, kind, weighing, name), path));
    const method = choice("methods", "editMethod", policy.methods.map((one) =>
      ({ name: one.name, words: text(language, one.title) || one.name })), baseline.method);
    const index = choice("randomIndices", "editIndex", policy.randomIndices.map((name) =>
      ({ name, words: name })), baseline.randomIndex);
    const choices = make("div", { class: "choices" },
      make("label", {}, `${say(language, "editMethod")} `, method),
      make("label", {}, `${say(language, "editIndex")} `, index));
    const onlyWeights = !weighing.isSum && baseline.kind === "numbers";
    const heading = make("h3", {}, text(language, weighing.title));
    const element = make("section", { class: "card", "data-path": path },
      make("div", { class: "card-head" }, heading,
        make("label", { class: "toggle", hidden: onlyWeights }, toggle, say(language, "editDirectly")), reset),
      weighing.judgementsReason
        ? make("p", { class: "note" }, text(language, weighing.judgementsReason)) : null,
      body, choices, fault.element);

    /** From judgements to the weights that they give, and back to the policy's judgements or the nearest. */
    function switchTo(directly) {
      if (directly) {
        const weights = studio.roundedWeights(state.weighing(place).weights);
        state.change(draft.withWeights(state.changes, weighing, weights), path);
      } else if (baseline.kind === "judgements") {
        state.change(draft.without(state.changes, "weights", path), path);
      } else {
        const { nearest } = state.weighing(place);
        if (nearest) state.change(draft.withJudgements(state.changes, weighing, nearest.cells), path);
        else toggle.checked = true;
      }
    }

    /** The judgements as the draft has them: what was set here stands before the server has answered. */
    const cells = (shown) => {
      const find = (list, row, column) => list.find((one) => one.row === row && one.column === column);
      return d3.cross(d3.range(labels.length), d3.range(labels.length))
        .filter(([row, column]) => row < column).map(([row, column]) => {
          const own = find(baseline.cells, row, column), drawn = find(shown.cells, row, column);
          const set = draft.judgement(state.changes, weighing, row, column);
          const said = set || (own && own.isGiven ? own.text : (drawn || own || { text: "1" }).text);
          return { row, column, text: said, isGiven: set !== undefined || !own || own.isGiven,
            before: set !== undefined && own ? own.text : null };
        });
    };

    let part = null;
    const judgements = () => {
      let slider = null;
      const place = make("div");
      const close = () => {
        if (slider) matrix.focus(...slider.key.split(",").map(Number));
        slider = null;
        place.replaceChildren();
        card.update();
      };
      const select = (cell) => {
        const key = `${cell.row},${cell.column}`;
        if (slider && slider.key === key) return close();
        slider = studio.judgementSlider(language, weighing, cell, { judge, close });
        place.replaceChildren(slider.element);
        card.update();
        state.tell("spark");
      };
      const matrix = studio.matrix(language, labels, { select, judge });
      const ratio = gauge(language), worst = repair(language, names, judge);
      return {
        kind: "judgements",
        elements: [matrix.element, place, ratio.element, worst.element],
        update: (shown) => {
          const all = cells(shown);
          matrix.update(all, { weights: shown.weights, worst: shown.worst,
            selected: slider && slider.key });
          if (slider) {
            const cell = all.find((one) => `${one.row},${one.column}` === slider.key);
            const spread = (shown.respondents || []).flatMap((one) => one.cells
              .filter((said) => said.row === cell.row && said.column === cell.column)
              .map((said) => ({ name: one.name, text: said.text, position: said.position })));
            slider.update({ ...cell, spread,
              implied: shown.weights[cell.row] / shown.weights[cell.column] });
          }
          ratio.update(shown);
          worst.update(shown.worst, shown.worst && (all.find((one) =>
            one.row === shown.worst.row && one.column === shown.worst.column)).text);
        },
      };
    };
    const sliders = () => {
      const made = studio.weightSliders(state, weighing);
      return { kind: "weights", elements: [made.element],
        update: (shown) => made.update(shown.weights, shown.nearest) };
    };

    const card = {
      element,
      update: () => {
        const shown = state.weighing(place);
        const directly = isDirect();
        if (!part || (part.kind === "weights") !== directly) {
          part = directly ? sliders() : judgements();
          body.replaceChildren(...part.elements);
        }
        part.update(shown);
        toggle.checked = directly;
        toggle.disabled = directly && baseline.kind === "numbers"
          && (weighing.judgementsReason != null || !shown.nearest);
        choices.hidden = directly;
        method.value = draft.at(state.changes, "methods", path) || shown.method || baseline.method;
        index.value = draft.at(state.changes, "randomIndices", path) || shown.randomIndex
          || baseline.randomIndex;
        const changed = ["judgements", "weights", "methods", "randomIndices"].some((kind) =>
          draft.at(state.changes, kind, path) !== undefined);
        element.classList.toggle("changed", changed);
        reset.disabled = !changed;
        fault.update();
      },
    };
    return card;
  };

  /** Where a refusal is shown that belongs to a path, or to something under it. */
  studio.faultPlace = (state, path) => {
    const element = make("div", { class: "fault", role: "alert", hidden: true });
    return {
      element,
      update: () => {
        const { fault } = state;
        const isHere = fault != null && fault.target != null
          && (fault.target === path || fault.target.startsWith(`${path}.`));
        element.hidden = !isHere;
        const lines = isHere ? studio.faultLines(fault.error) : [];
        if (element.textContent !== lines.join("")) {
          element.replaceChildren(...lines.map((line) => make("p", {}, line)));
        }
      },
    };
  };
})();
