"use strict";
// The draft: an object of changes against the policy, as the server takes it. Functions from one draft to
// the next; none changes what it gets. What is as in the policy does not stand in a draft.
(() => {
  const { say, text, number, studio } = steelyard;
  const kinds = ["numbers", "judgements", "weights", "methods", "randomIndices"];

  /** A copy of an object with one entry set, or taken away where the value is null. */
  const put = (object, key, value) => {
    const copy = { ...object };
    if (value == null) delete copy[key];
    else copy[key] = value;
    return Object.keys(copy).length === 0 ? null : copy;
  };
  const within = (changes, kind, path, value) =>
    put(changes, kind, put(changes[kind], path, value)) || {};

  const baselineText = (weighing, row, column) => {
    const cell = weighing.baseline.cells.find((one) => one.row === row && one.column === column);
    return cell && cell.isGiven ? cell.text : null;
  };

  const draft = {
    /** What stands under a path of a kind; undefined where the draft leaves it alone. */
    at: (changes, kind, path) => (changes[kind] || {})[path],

    /** With a number as the text says; a text as in the policy, or null, takes the change back. */
    number: (changes, one, words) =>
      within(changes, "numbers", one.path, words === one.text || words === "" ? null : words),

    /** The judgement of a row against a column that the draft has set; undefined where it has not. */
    judgement: (changes, weighing, row, column) => {
      const rows = draft.at(changes, "judgements", weighing.path) || {};
      return (rows[weighing.labels[row].name] || {})[weighing.labels[column].name];
    },

    /** With one judgement; the weights of that weighing are then no longer set directly. */
    withJudgement: (changes, weighing, row, column, words) => {
      const path = weighing.path;
      const rows = draft.at(changes, "judgements", path) || {};
      const name = weighing.labels[row].name;
      const same = words === baselineText(weighing, row, column);
      const cells = put(rows[name], weighing.labels[column].name, same ? null : words);
      return within(within(changes, "weights", path, null), "judgements", path,
        put(rows, name, cells));
    },

    /** With many judgements, [{row, column, text}]. */
    withJudgements: (changes, weighing, cells) => cells.reduce((now, cell) =>
      draft.withJudgement(now, weighing, cell.row, cell.column, cell.text),
    draft.withoutWeighing(changes, weighing.path)),

    /** With weights set directly, in the order of the labels; judgements and method then say nothing. */
    withWeights: (changes, weighing, weights) => within(
      draft.withoutWeighing(changes, weighing.path), "weights", weighing.path,
      Object.fromEntries(weighing.labels.map((label, place) => [label.name, weights[place]]))),

    /** With a method or random index (kind "methods" or "randomIndices"). */
    withChoice: (changes, kind, weighing, name) => within(changes, kind, weighing.path,
      name === weighing.baseline[kind === "methods" ? "method" : "randomIndex"] ? null : name),

    /** Without any change of a weighing. */
    withoutWeighing: (changes, path) => ["judgements", "weights", "methods", "randomIndices"]
      .reduce((now, kind) => within(now, kind, path, null), changes),

    without: (changes, kind, path) => within(changes, kind, path, null),

    isEmpty: (changes) => kinds.every((kind) => !changes[kind]),

    /** Only what a draft may hold, from something that was stored. */
    cleaned: (stored) => Object.fromEntries(kinds.filter((kind) =>
      stored && typeof stored[kind] === "object" && stored[kind] !== null
      && Object.keys(stored[kind]).length > 0).map((kind) => [kind, stored[kind]])),

    /** The changes one by one: {words, target, without} where `without` is the draft that lacks it. */
    list: (policy, changes, language) => {
      const entries = [];
      const add = (words, target, without) => entries.push({ words, target, without });
      const titles = (weighing) => weighing.labels.map((label) =>
        text(language, label.title) || label.name);
      for (const weighing of policy.weighings) {
        const { path, baseline } = weighing;
        const names = titles(weighing);
        const title = text(language, weighing.title);
        // Judgements in the place of numbers stand or fall together.
        if (baseline.kind === "numbers" && draft.at(changes, "judgements", path)) {
          add(say(language, "editJudgementsNew", title), path, draft.withoutWeighing(changes, path));
        } else names.forEach((rowName, row) => names.forEach((columnName, column) => {
          const now = draft.judgement(changes, weighing, row, column);
          if (now === undefined) return;
          const before = baselineText(weighing, row, column);
          add(before == null ? say(language, "editJudgementNew", rowName, columnName, now)
            : say(language, "editJudgementChanged", rowName, columnName, before, now),
          path, draft.withJudgement(changes, weighing, row, column, before));
        }));
        const weights = draft.at(changes, "weights", path);
        if (weights) {
          const parts = weighing.labels.map((label, place) =>
            `${names[place]} ${number.percent(baseline.weights[place])} → `
            + number.percent(weights[label.name]));
          add(say(language, "editWeightsChanged", title, parts.join(say(language, "editComma"))),
            path, draft.without(changes, "weights", path));
        }
        const method = draft.at(changes, "methods", path);
        if (method) {
          const words = (name) => text(language,
            (policy.methods.find((one) => one.name === name) || {}).title) || name;
          add(say(language, "editMethodChanged", title, words(baseline.method), words(method)),
            path, draft.without(changes, "methods", path));
        }
        const index = draft.at(changes, "randomIndices", path);
        if (index) {
          add(say(language, "editIndexChanged", title, baseline.randomIndex, index),
            path, draft.without(changes, "randomIndices", path));
        }
      }
      for (const one of policy.numbers) {
        const now = draft.at(changes, "numbers", one.path);
        if (now === undefined) continue;
        const before = one.value == null ? say(language, "editNotSet") : one.text;
        add(say(language, "editNumberChanged", text(language, one.label), before, now),
          one.path, draft.without(changes, "numbers", one.path));
      }
      return entries;
    },
  };
  studio.draft = draft;
})();
