"use strict";
// Whose grade is not safe, and what flips it.
(() => {
  const { say, text, number, colours } = steelyard;

  /**
   * data: {limit, draws, graded, total, people: [{key, group, grade, keptShare, other, flip}]}, the least
   * safe first; grade and other are titles, flip {label, from, to, grade} or null. options.most: how many
   * are drawn; all given are in the table.
   */
  steelyard.charts.fragile = (element, data, options) => {
    const { language } = options;
    const drawn = data.people.slice(0, options.most || 30);
    /** The judgement, cut where it is longer than so many columns, but not what it changes from and to. */
    const flip = (person, columns = Infinity) => {
      if (!person.flip) return say(language, "flipsTogether");
      const words = (label) => say(language, "flipsAt", label, person.flip.from, person.flip.to);
      return words(steelyard.short(text(language, person.flip.label),
        columns - steelyard.columnsOf(words(""))));
    };
    const title = data.total === 0
      ? say(language, "fragileNone", number.percent(data.limit, 0))
      : say(language, "fragileTitle", number.count(data.total), number.count(data.graded),
        number.percent(data.limit, 0));

    const width = options.width || steelyard.width;

    const draw = (svg) => {
      const isWide = width >= 640;
      const top = 22, step = 17, left = isWide ? 196 : 164, right = left + (isWide ? 150 : 64);
      const other = right + 44, last = isWide ? right + 124 : other;
      const scale = d3.scaleLinear().domain([0, 1]).range([left, right]);
      const head = (x, name, anchor) => svg.append("text").attr("x", x).attr("y", 11)
        .attr("text-anchor", anchor || "start").attr("font-size", 9.5)
        .attr("fill", colours.faint).text(say(language, name));
      head(0, "person");
      head(84, "gradeNow");
      head(left, "keptHead");
      if (isWide) head(other, "elseHead");
      head(last, "flipHead");
      const bottom = top + drawn.length * step;
      drawn.forEach((person, place) => {
        const y = top + place * step;
        const row = svg.append("g").attr("class", "mark").attr("font-size", 10);
        row.append("text").attr("y", y + 10).attr("font-weight", 700)
          .text(steelyard.short(person.key, 14));
        row.append("text").attr("x", 84).attr("y", y + 10)
          .text(steelyard.short(text(language, person.grade), 18));
        row.append("rect").attr("x", left).attr("y", y + 1).attr("width", right - left)
          .attr("height", 11).attr("fill", "#efefef");
        row.append("rect").attr("x", left).attr("y", y + 1)
          .attr("width", scale(person.keptShare) - left).attr("height", 11)
          .attr("fill", "#5b6670");
        row.append("text").attr("x", right + 6).attr("y", y + 10)
          .text(number.percent(person.keptShare));
        if (isWide) {
          row.append("text").attr("x", other).attr("y", y + 10)
            .text(steelyard.short(text(language, person.other), 14));
        }
        row.append("text").attr("x", last).attr("y", y + 10)
          .text(isWide ? steelyard.short(flip(person), Math.floor((width - last) / 5.3))
            : flip(person, Math.floor((width - last) / 5)))
          .append("title").text(flip(person));
      });
      svg.append("line").attr("class", "limit").attr("x1", scale(data.limit))
        .attr("x2", scale(data.limit)).attr("y1", top - 4).attr("y2", bottom)
        .attr("stroke", colours.ink).attr("stroke-dasharray", "2 2");
      return bottom + 4;
    };
    const rest = data.total > drawn.length
      ? say(language, "fragileRest", drawn.length, number.count(data.total),
        number.count(data.people.length)) : "";
    return steelyard.figure(element, language, {
      name: "fragile", title, width, draw: data.total > 0 ? draw : undefined,
      notes: [say(language, "fragileNote", number.count(data.draws)), rest],
      table: data.total === 0 ? undefined : () => ({
        heads: ["person", "group", "gradeNow", "keptHead", "elseHead", "flipHead"].map((head) =>
          say(language, head)),
        numbersFrom: 6,
        rows: data.people.map((person) => [person.key, person.group || "",
          text(language, person.grade), number.percent(person.keptShare),
          text(language, person.other), flip(person)]),
      }),
    });
  };
})();
