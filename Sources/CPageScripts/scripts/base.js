"use strict";
// What all charts share: numbers, texts in two languages, a figure with its title, drawing and table.
//
// A chart is a function (element, data, options) that fills an element anew each time it is called.
// options.language is "en" or "zh". Nothing here keeps state, so that a page may call it as often as it
// likes. Charts are legible without colour: what differs by colour differs by form, sign or text too.
const steelyard = { charts: {}, phrases: {} };

(() => {
  /** The width in which charts are drawn that are told no options.width; the page scales them. */
  steelyard.width = 720;

  steelyard.colours = {
    ink: "#1a1a1a", faint: "#6b6b6b", line: "#c9c9c9", paper: "#ffffff", baseline: "#8a8a8a",
    more: "#1f5f99", less: "#c2571a", accent: "#1f5f99", draft: "#1f5f99", draftPale: "#a9c4de",
  };

  // Texts

  /** A phrase in a language; its gaps, {0}, {1}, are filled in order. */
  steelyard.say = (language, name, ...values) => {
    const phrase = steelyard.phrases[name];
    if (!phrase) throw new Error(`no phrase is named ${name}`);
    return phrase[language === "zh" ? 1 : 0]
      .replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)]));
  };

  /** A text that is given as {en, zh}, either of which may be missing, or as a plain string. */
  steelyard.text = (language, text) => {
    if (text == null) return "";
    if (typeof text === "string") return text;
    return (language === "zh" ? text.zh || text.en : text.en || text.zh) || "";
  };

  const wide = (character) => (character.codePointAt(0) > 0x2e7f ? 2 : 1);

  /** How many columns a text takes, a character of Chinese two. */
  steelyard.columnsOf = (text) => {
    let columns = 0;
    for (const character of text) columns += wide(character);
    return columns;
  };

  /** A text of at most so many columns, one of Chinese counting for two, cut with an ellipsis. */
  steelyard.short = (text, columns) => {
    if (steelyard.columnsOf(text) <= columns) return text;
    let used = 0;
    const kept = [...text].filter((character) => {
      used += wide(character);
      return used < columns;
    });
    return `${kept.join("")}…`;
  };

  /** A text in lines of at most so many columns, broken at blanks or between Chinese characters. */
  steelyard.lines = (text, columns, most) => {
    const pieces = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) || [text];
    const lines = [""];
    for (const piece of pieces) {
      const last = lines[lines.length - 1];
      if (last === "" || steelyard.columnsOf((last + piece).trimEnd()) <= columns) lines[lines.length - 1] = last + piece;
      else lines.push(piece);
    }
    const kept = lines.slice(0, most);
    if (lines.length > most) kept[most - 1] += lines.slice(most).join("");
    return kept.map((line) => steelyard.short(line.trimEnd(), columns));
  };

  /** Lines of text one under the other, the last at y. */
  steelyard.stack = (parent, lines, x, y, anchor, step = 11) => {
    const made = parent.append("text").attr("text-anchor", anchor);
    lines.forEach((line, place) => made.append("tspan").attr("x", x)
      .attr("y", y - (lines.length - 1 - place) * step).text(line));
    return made;
  };

  // Numbers: the same for every reader, whatever the browser's own language.

  const minus = (text) => text.replace("-", "−");
  const formats = new Map();
  const format = (pattern) => {
    if (!formats.has(pattern)) formats.set(pattern, d3.format(pattern));
    return formats.get(pattern);
  };
  const trimmed = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  steelyard.number = {
    /** At most so many decimals. */
    plain: (value, decimals = 2) => minus(trimmed(value.toFixed(decimals))),
    fixed: (value, decimals = 2) => minus(value.toFixed(decimals)),
    count: (value) => minus(format(",.0f")(value)),
    percent: (value, decimals = 1) => `${minus(trimmed((100 * value).toFixed(decimals)))} %`,
    signed: (value, decimals = 0) =>
      `${value > 0 ? "+" : ""}${minus(format(`,.${decimals}f`)(value))}`,
    money: (value) => minus(format(Number.isInteger(value) ? ",.0f" : ",.2f")(value)),
    /** Four digits that matter, as judgements and their quotients are read. */
    digits: (value) => minus(String(Number(value.toPrecision(3)))),
  };

  // Elements

  const element = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };
  steelyard.element = element;

  /**
   * A table: heads are texts, rows hold texts; columns from `numbersFrom` on hold numbers.
   */
  steelyard.table = (heads, rows, numbersFrom = 1) => {
    const kind = (place) => (place >= numbersFrom ? { class: "number" } : {});
    const head = element("tr", {}, ...heads.map((text, place) =>
      element("th", { scope: "col", ...kind(place) }, text)));
    const body = rows.map((row) => element("tr", {}, ...row.map((text, place) =>
      place === 0 ? element("th", { scope: "row" }, text) : element("td", kind(place), text))));
    return element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  };

  let figures = 0;

  /** Pages that keep their figures: for an element, what shows a figure in it, (language, spec). */
  steelyard.keepers = new WeakMap();

  /**
   * A figure in an element: a title that says what is seen, the drawing, notes, and the same as a table.
   *
   * `draw` gets a D3 selection of an SVG element and returns its height. With no `draw` there is only what
   * `content` holds. `remark` is the note that matters most; `table` may be a function that makes it.
   */
  steelyard.figure = (parent, language, spec) => {
    const keeper = steelyard.keepers.get(parent);
    if (keeper) return keeper(language, spec);
    const { title, notes = [], remark, table, draw, content, name } = spec;
    figures += 1;
    const identity = `figure-${figures}`;
    const figure = element("figure", { "data-chart": name });
    figure.append(element("figcaption", { id: identity }, title));
    if (draw) {
      const svg = d3.create("svg").attr("role", "img").attr("aria-labelledby", identity);
      const height = draw(svg);
      svg.attr("viewBox", `0 0 ${spec.width || steelyard.width} ${Math.ceil(height)}`);
      figure.append(svg.node());
    }
    if (content) figure.append(content);
    for (const note of [...notes, remark].filter((note) => note)) {
      figure.append(element("p", { class: "note" }, note));
    }
    if (table) {
      const { heads, rows, numbersFrom } = typeof table === "function" ? table() : table;
      figure.append(element("details", {},
        element("summary", {}, steelyard.say(language, "asTable")),
        steelyard.table(heads, rows, numbersFrom)));
    }
    parent.append(figure);
    return figure;
  };

  /**
   * A legend in lines no wider than `right`: entries are {text, draw}, where draw gets a group of 26 by 12.
   * Returns how far below y its last line stands.
   */
  steelyard.legend = (svg, x, y, entries, right = Infinity) => {
    let left = x, down = 0;
    for (const entry of entries) {
      const length = 44 + 6.2 * d3.sum([...entry.text], (character) =>
        character.codePointAt(0) > 0x2e7f ? 1.75 : 0.95);
      if (left > x && left + length - 14 > right) [left, down] = [x, down + 16];
      const group = svg.append("g").attr("transform", `translate(${left},${y + down})`);
      entry.draw(group);
      group.append("text").attr("x", 30).attr("y", 10).text(entry.text);
      left += length;
    }
    return down;
  };

  /** What an axis shows, beside its ticks, for pages that give a width; `x` is where the axis begins. */
  steelyard.axisTitle = (svg, x, y, options, words) => {
    if (!options.width) return;
    svg.append("text").attr("x", x - 8).attr("y", y).attr("text-anchor", "end")
      .attr("font-size", 10).attr("fill", steelyard.colours.faint).text(words);
  };

  /** A hatching for what is less, so that it is told from what is more without colour. */
  steelyard.hatching = (svg, colour, identity) => {
    const pattern = svg.append("defs").append("pattern").attr("id", identity)
      .attr("width", 5).attr("height", 5).attr("patternUnits", "userSpaceOnUse")
      .attr("patternTransform", "rotate(45)");
    pattern.append("rect").attr("width", 5).attr("height", 5).attr("fill", "#fff");
    pattern.append("rect").attr("width", 2.4).attr("height", 5).attr("fill", colour);
    return `url(#${identity})`;
  };

  let identities = 0;
  steelyard.nextIdentity = (word) => {
    identities += 1;
    return `${word}-${identities}`;
  };
  /** The identity of a part of a chart: the same each time for a page that gives options.identity. */
  steelyard.partIdentity = (word, options) =>
    (options.identity ? `${options.identity}-${word}` : steelyard.nextIdentity(word));
})();
