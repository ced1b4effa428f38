"use strict";
// The numbers of the policy in sections: each with a slider, a field that takes what a policy may say, the
// policy's own value, and a place for the spark that shows what it does.
(() => {
  const { say, text, studio } = steelyard;
  const { make, draft } = studio;
  const tidy = (value) => Number(value.toPrecision(12));

  /** A text in its number and what follows: "1500元" is 1500 and "元". */
  const parsed = (words) => {
    const found = /^\s*([-+]?(?:\d[\d,]*)?\.?\d+)\s*(.*?)\s*$/.exec(words);
    return found ? { amount: Number(found[1].replace(/,/g, "")), suffix: found[2] } : null;
  };

  /** How a policy's number is written: its suffix, and what its amount is multiplied by. */
  const writing = (one) => {
    const own = parsed(one.text || "");
    if (!own || one.value == null) return { suffix: "", factor: 1 };
    const factor = own.amount !== 0 ? one.value / own.amount : own.suffix === "%" ? 0.01 : 1;
    return { suffix: own.suffix, factor };
  };

  /** The value that a text means for a number, for its slider; null where it cannot be told. */
  studio.valueOf = (one, words) => {
    const said = parsed(words);
    if (!said) return null;
    const { suffix, factor } = writing(one);
    if (said.suffix === suffix) return tidy(said.amount * factor);
    return said.suffix === "%" ? said.amount / 100 : said.suffix === "" ? said.amount : null;
  };

  /** A value of a number as the policy writes it. */
  studio.textOf = (one, value) => {
    if (one.value != null && tidy(value) === tidy(one.value)) return one.text;
    const { suffix, factor } = writing(one);
    return `${tidy(value / factor)}${suffix}`;
  };

  /** The text of a number in the draft. */
  studio.numberText = (state, one) => {
    const set = draft.at(state.changes, "numbers", one.path);
    return set === undefined ? one.text || "" : set;
  };

  /** Puts a text into a field unless somebody is typing there. */
  studio.fill = (field, words) => {
    if (!field.classList.contains("typing")) field.value = words;
  };

  /** A field for a number's text, which takes effect when it is left or by Enter. */
  studio.numberField = (state, one, words) => {
    const field = make("input", {
      type: "text", size: 8, autocomplete: "off", spellcheck: "false", "aria-label": words,
      placeholder: one.value == null ? say(state.language, "editNotSet") : null,
      input: () => field.classList.add("typing"),
      blur: () => field.classList.remove("typing"),
      change: () => {
        field.classList.remove("typing");
        state.change(draft.number(state.changes, one, field.value.trim()), one.path);
        studio.fill(field, studio.numberText(state, one));
      },
      keydown: (event) => {
        if (event.key === "Escape") {
          field.classList.remove("typing");
          studio.fill(field, studio.numberText(state, one));
        }
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        const now = studio.valueOf(one, field.value);
        if (now == null) return;
        event.preventDefault();
        const next = tidy(now + (event.key === "ArrowUp" ? one.step : -one.step));
        field.value = studio.textOf(one, next);
        state.change(draft.number(state.changes, one, field.value), one.path, field);
      },
    });
    return field;
  };

  /** One number on two lines: its name and spark, its slider and field. */
  const row = (state, one) => {
    const { language } = state;
    const words = text(language, one.label);
    const unit = text(language, one.unit);
    let gesture = null;
    const range = make("input", {
      type: "range", min: one.low, max: one.high, step: one.step, "aria-label": words,
      pointerdown: () => { gesture = {}; },
      change: () => { gesture = null; },
      input: () => {
        field.value = studio.textOf(one, Number(range.value));
        state.change(draft.number(state.changes, one, field.value), one.path, gesture);
      },
    });
    const field = studio.numberField(state, one, words);
    const own = one.text || say(language, "editNotSet");
    const reset = studio.signButton(`↺ ${own}`, say(language, "editResetTo", own), () =>
      state.change(draft.without(state.changes, "numbers", one.path), one.path));
    const fault = studio.faultPlace(state, one.path);
    const span = one.high - one.low;
    const tick = one.value == null || !(span > 0) ? null
      : studio.baselineTick((one.value - one.low) / span);
    const element = make("div", { class: "number-row", "data-path": one.path },
      make("div", { class: "label", title: one.path }, words,
        unit ? make("small", {}, ` (${unit})`) : null),
      make("div", { class: "spark", "data-spark": one.path }),
      make("span", { class: "ranged" }, range, tick), field, reset, fault.element);
    return {
      element,
      words: `${words} ${unit} ${one.path}`.toLowerCase(),
      update: () => {
        const said = studio.numberText(state, one);
        const value = studio.valueOf(one, said);
        // A range rounds to its steps: what it shows is left alone where that is the same.
        if (value != null && Math.abs(Number(range.value) - value) > one.step / 2) range.value = String(value);
        if (value == null && one.value == null) range.value = String(one.high);
        studio.fill(field, said);
        studio.set(range, "aria-valuetext", `${said || say(language, "editNotSet")} ${unit}`.trim());
        const changed = draft.at(state.changes, "numbers", one.path) !== undefined;
        element.classList.toggle("changed", changed);
        reset.disabled = !changed;
        fault.update();
      },
    };
  };

  /** All numbers in sections that open and close, with a field on top that finds one. update() shows them. */
  studio.numberSections = (state, isOpen) => {
    const { language, policy } = state;
    const order = ["parameters", "measures", "curves", "gates", "grades", "pay"];
    const names = [...order, ...new Set(policy.numbers.map((one) => one.section)
      .filter((name) => !order.includes(name)))];
    const sections = names.map((name) => {
      const numbers = policy.numbers.filter((one) => one.section === name);
      if (numbers.length === 0) return null;
      const entries = name === "curves" ? studio.curves(state, numbers)
        : numbers.map((one) => row(state, one));
      const count = make("span", { class: "count" });
      const changed = make("span", { class: "count changed" });
      const title = order.includes(name) ? say(language, `editSection_${name}`) : name;
      const element = make("details", { class: "section", "data-section": name, open: isOpen(name),
        toggle: () => state.tell("spark") },
      make("summary", {}, title, " ", count, " ", changed), ...entries.map((entry) => entry.element));
      studio.write(count, String(numbers.length));
      return { element, entries, numbers, changed };
    }).filter((section) => section);

    const none = make("p", { class: "note", hidden: true, role: "status" }, say(language, "editFindNone"));
    const find = make("input", {
      type: "search", id: "find-number", placeholder: say(language, "editFind"),
      "aria-label": say(language, "editFind"), input: () => filter(find.value.trim().toLowerCase()),
    });
    let opened = null;
    const filter = (words) => {
      // What is open is remembered while something is looked for.
      if (words && !opened) opened = sections.map((section) => section.element.open);
      sections.forEach((section, place) => {
        const seen = section.entries.filter((entry) => {
          const isSeen = words.split(/\s+/).every((word) => entry.words.includes(word));
          entry.element.hidden = !isSeen;
          return isSeen;
        });
        section.element.hidden = seen.length === 0;
        if (words) section.element.open = true;
        else if (opened) section.element.open = opened[place];
      });
      if (!words) opened = null;
      none.hidden = sections.some((section) => !section.element.hidden);
      state.tell("spark");
    };
    return {
      element: make("div", { class: "numbers" }, make("h2", {}, say(language, "editNumbers")), find, none,
        ...sections.map((section) => section.element)),
      update: () => {
        for (const section of sections) {
          section.entries.forEach((entry) => entry.update());
          const changed = section.numbers.filter((one) =>
            draft.at(state.changes, "numbers", one.path) !== undefined).length;
          studio.write(section.changed, changed ? say(language, "editChangedCount", changed) : "");
        }
      },
    };
  };
})();
