"use strict";
// Ranks in one group before and after a change, those who move in bold.
(() => {
  const { say, text, number, colours } = steelyard;

  /**
   * data: {group, column, count, gradeTitle or null, people: [{key, before, after, scoreBefore, scoreAfter,
   * gradeBefore, gradeAfter, gradeMove}], omitted}; before and after are ranks, null for who has none;
   * gradeMove is above 0 where the grade is better. options.width: with less than 640 the scores stand in
   * the table only; options.step: the height of a row; options.sides: phrases for before and after, and lines
   * the thicker the farther somebody moves.
   */
  steelyard.charts.slopes = (element, data, options) => {
    const { language } = options;
    const group = data.group == null ? say(language, "everybody") : data.group;
    const moved = data.people.filter((person) => person.before !== person.after);
    const up = data.people.filter((person) => person.gradeMove > 0).length;
    const down = data.people.filter((person) => person.gradeMove < 0).length;
    const title = moved.length === 0 && up + down === 0
      ? say(language, "slopesStill", group, number.count(data.count))
      : data.gradeTitle
        ? say(language, "slopesGrades", group, moved.length, data.people.length, up, down)
        : say(language, "slopesRanks", group, moved.length, data.people.length);
    const decimals = data.decimals;
    const width = options.width || steelyard.width;

    const draw = (svg) => {
      const top = 26, step = options.step || 15;
      const hasScores = width >= 640;
      const most = (words, columns) => d3.max(data.people, (person) =>
        steelyard.columnsOf(steelyard.short(words(person), columns))) || 0;
      const digits = String(d3.max(data.people, (person) =>
        Math.max(person.before || 0, person.after || 0))).length;
      const gap = hasScores ? 84 : 14 + 6.2 * Math.max(2, digits);
      const left = hasScores ? 240 : 20 + gap + 6 * most((person) => person.key, 13) + (data.gradeTitle
        ? 5.4 * Math.max(most((person) => text(language, person.gradeBefore), 14),
          most((person) => text(language, person.gradeAfter), 14)) : 0);
      const right = width - left;
      const order = (rank, score) => data.people.map((person, index) => ({ person, index }))
        .sort((one, other) =>
          (one.person[rank] == null ? Infinity : one.person[rank])
          - (other.person[rank] == null ? Infinity : other.person[rank])
          || other.person[score] - one.person[score] || one.index - other.index)
        .map((entry) => entry.person);
      const places = (people) => new Map(people.map((person, place) => [person, place]));
      const before = places(order("before", "scoreBefore"));
      const after = places(order("after", "scoreAfter"));
      const y = (place) => top + (place + 0.5) * step;
      svg.append("text").attr("x", left).attr("y", 12).attr("text-anchor", "end")
        .attr("font-weight", 700).text(say(language, options.sides ? options.sides[0] : "before"));
      svg.append("text").attr("x", right).attr("y", 12).attr("font-weight", 700)
        .text(say(language, options.sides ? options.sides[1] : "after"));
      // Where there are no grades, those who move farthest stand out.
      const rise = (person) =>
        (person.before == null || person.after == null ? 0 : person.before - person.after);
      const far = Math.max(2, d3.max(data.people, (person) => Math.abs(rise(person))) / 2);
      const sign = (person) => (data.gradeTitle ? person.gradeMove
        : Math.abs(rise(person)) >= far ? rise(person) : 0);
      const kind = (person) =>
        sign(person) > 0 ? "up" : sign(person) < 0 ? "down"
          : person.before !== person.after ? "moved" : "still";
      const strokes = {
        up: [colours.more, 2.4, null], down: [colours.less, 2.4, "6 3"],
        moved: [colours.ink, 1, null], still: [colours.line, 1, null],
      };
      const rows = [...data.people].sort((one, other) =>
        ["still", "moved", "down", "up"].indexOf(kind(one))
        - ["still", "moved", "down", "up"].indexOf(kind(other)));
      svg.append("g").selectAll("line").data(rows).join("line")
        .attr("x1", left + 8).attr("x2", right - 8)
        .attr("y1", (person) => y(before.get(person))).attr("y2", (person) => y(after.get(person)))
        .attr("stroke", (person) => strokes[kind(person)][0])
        .attr("stroke-width", (person) => (options.sides && kind(person) === "moved"
          ? 0.7 + Math.min(1.5, Math.abs(rise(person)) / 6) : strokes[kind(person)][1]))
        .attr("stroke-dasharray", (person) => strokes[kind(person)][2]);
      // Words in the order given, which stays while ranks change, and moved as a whole: a page that draws
      // again and again has no words to set anew.
      const groups = svg.selectAll("g.person").data(data.people).join("g").attr("class", "person mark")
        .attr("font-weight", (person) => (sign(person) ? 700 : 400)).attr("font-size", 10);
      const rank = (value) => (value == null ? "–" : String(value));
      const line = (side, columns) => {
        const sides = groups.append("g").attr("transform", (person) =>
          `translate(0,${y(side.get(person)) + 4})`);
        for (const [x, anchor, words] of columns) {
          sides.append("text").attr("x", x).attr("text-anchor", anchor).text(words);
        }
      };
      line(before, [
        [left, "end", (person) => rank(person.before)],
        ...(hasScores
          ? [[left - 28, "end", (person) => number.fixed(person.scoreBefore, decimals)]] : []),
        ...(data.gradeTitle ? [[left - gap, "end",
          (person) => steelyard.short(text(language, person.gradeBefore), 14)]] : []),
        [0, "start", (person) => steelyard.short(person.key, 13)],
      ]);
      line(after, [
        [right, "start", (person) => rank(person.after)],
        ...(hasScores
          ? [[right + 72, "end", (person) => number.fixed(person.scoreAfter, decimals)]] : []),
        ...(data.gradeTitle ? [[right + gap, "start",
          (person) => steelyard.short(text(language, person.gradeAfter), 14)]] : []),
        [width, "end", (person) => steelyard.short(person.key, 13)],
      ]);
      const bottom = top + data.people.length * step + 8;
      const swatch = (name) => (group) => group.append("line").attr("x2", 24).attr("y1", 6)
        .attr("y2", 6).attr("stroke", strokes[name][0]).attr("stroke-width", strokes[name][1])
        .attr("stroke-dasharray", strokes[name][2]);
      const down = steelyard.legend(svg, options.width ? 8 : 96, bottom, [
        { text: say(language, data.gradeTitle ? "betterGrade" : "risesMost"), draw: swatch("up") },
        { text: say(language, data.gradeTitle ? "worseGrade" : "fallsMost"), draw: swatch("down") },
        { text: say(language, "otherRank"), draw: swatch("moved") },
        { text: say(language, "sameRank"), draw: swatch("still") },
      ], options.width);
      return bottom + 18 + down;
    };
    const rank = (value) => (value == null ? "–" : String(value));
    return steelyard.figure(element, language, {
      name: "slopes", title, draw, width,
      notes: [say(language, "slopesNote")],
      remark: data.omitted > 0 ? say(language, "slopesOmitted", data.omitted) : "",
      table: () => ({
        heads: ["person", "rankBefore", "rankAfter", "scoreBefore", "scoreAfter", "gradeBefore",
          "gradeAfter"].map((head) => say(language, head)),
        rows: data.people.map((person) => [
          person.key, rank(person.before), rank(person.after),
          number.fixed(person.scoreBefore, decimals), number.fixed(person.scoreAfter, decimals),
          text(language, person.gradeBefore), text(language, person.gradeAfter),
        ]),
      }),
    });
  };
})();
