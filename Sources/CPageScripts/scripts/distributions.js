"use strict";
// Scores of everybody and of each group, where grades are cut, and who stands at a cap.
(() => {
  const { say, text, number, colours } = steelyard;

  /**
   * data: {column, decimals, start, width, grades: [title], groups: [{name or null, count, counts, capped,
   * median, cuts: [value or null]}], measures: [{title, cap, count, people}], hiddenGroups, hiddenPeople};
   * the first group is everybody. counts and capped are for bins of `width` from `start` on; capped counts
   * those with a measure at its cap, who are among counts. A cut is the lowest score that has the grade.
   * options.most: how many groups are drawn; all are in the table.
   */
  steelyard.charts.distributions = (element, data, options) => {
    const { language } = options;
    const most = options.most || 16;
    const [everybody, ...groups] = data.groups;
    const drawn = [everybody, ...groups.slice().sort((one, other) =>
      other.count - one.count).slice(0, most).sort((one, other) => other.median - one.median)];
    const name = (group) => (group === everybody ? say(language, "everybody")
      : group.name == null ? say(language, "noText") : group.name);
    const share = d3.sum(everybody.capped) / everybody.count;
    const title = share > 0
      ? say(language, "distributionCapped", number.fixed(everybody.median, data.decimals),
        number.percent(share))
      : say(language, "distributionTitle", number.fixed(everybody.median, data.decimals));
    const dashes = [null, "5 3", "2 2", "8 2 2 2", "1 3"];

    const draw = (svg) => {
      const left = 200, right = steelyard.width - 66, top = 18;
      const bins = d3.range(everybody.counts.length);
      const edge = (bin) => data.start + bin * data.width;
      const used = bins.filter((bin) => everybody.counts[bin] > 0);
      const scale = d3.scaleLinear()
        .domain([edge(used[0]), edge(used[used.length - 1] + 1)]).range([left, right]);
      const heights = drawn.map((group) => (group === everybody ? 54 : 30));
      const tops = heights.map((_, place) => d3.sum(heights.slice(0, place + 1)));
      const hatching = steelyard.hatching(svg, colours.ink, steelyard.nextIdentity("capped"));
      svg.append("text").attr("x", right + 8).attr("y", 11).attr("font-size", 9.5)
        .attr("fill", colours.faint).text(say(language, "atCapHead"));
      drawn.forEach((group, place) => {
        const bottom = top + tops[place] - 6;
        const tall = heights[place] - 10;
        const vertical = d3.scaleLinear().domain([0, d3.max(group.counts)]).range([0, tall]);
        const row = svg.append("g").attr("class", "mark");
        row.append("text").attr("x", left - 8).attr("y", bottom - tall / 2 + 1)
          .attr("text-anchor", "end").attr("font-weight", group === everybody ? 700 : 400)
          .text(steelyard.short(name(group), 30)).append("title").text(name(group));
        row.append("text").attr("x", left - 8).attr("y", bottom - tall / 2 + 12)
          .attr("text-anchor", "end").attr("font-size", 9).attr("fill", colours.faint)
          .text(say(language, "people", number.count(group.count)));
        row.append("line").attr("x1", left).attr("x2", right).attr("y1", bottom)
          .attr("y2", bottom).attr("stroke", colours.line);
        for (const bin of used) {
          const x = scale(edge(bin)), width = Math.max(1, scale(edge(bin + 1)) - x - 0.8);
          const all = vertical(group.counts[bin]), capped = vertical(group.capped[bin]);
          if (all > 0) {
            row.append("rect").attr("class", "bar").attr("x", x).attr("y", bottom - all)
              .attr("width", width).attr("height", all).attr("fill", "#c4ccd4");
          }
          if (capped > 0) {
            row.append("rect").attr("x", x).attr("y", bottom - capped).attr("width", width)
              .attr("height", capped).attr("fill", hatching);
          }
        }
        row.append("path").attr("fill", colours.ink)
          .attr("d", `M${scale(group.median)},${bottom}l-3.5,6h7z`);
        group.cuts.forEach((cut, grade) => {
          if (cut == null) return;
          row.append("line").attr("class", "cut").attr("x1", scale(cut)).attr("x2", scale(cut))
            .attr("y1", bottom).attr("y2", bottom - tall - 1).attr("stroke", colours.less)
            .attr("stroke-width", 1.6).attr("stroke-dasharray", dashes[grade % dashes.length]);
        });
        row.append("text").attr("x", right + 8).attr("y", bottom - 2).attr("font-size", 10)
          .text(number.percent(d3.sum(group.capped) / group.count, 0));
      });
      const bottom = top + tops[tops.length - 1] + 2;
      const ticks = scale.ticks(8);
      svg.append("g").selectAll("text").data(ticks).join("text").attr("x", scale)
        .attr("y", bottom + 9).attr("text-anchor", "middle").attr("fill", colours.faint)
        .text((tick) => number.plain(tick, data.decimals));
      const entries = [
        { text: say(language, "atCap"), draw: (group) => group.append("rect").attr("width", 24)
          .attr("height", 12).attr("fill", hatching).attr("stroke", colours.ink) },
        { text: say(language, "median"), draw: (group) => group.append("path")
          .attr("d", "M12,2l-4,8h8z").attr("fill", colours.ink) },
        ...data.grades.map((grade, place) => ({
          text: say(language, "cutOf", text(language, grade)),
          draw: (group) => group.append("line").attr("x1", 12).attr("x2", 12).attr("y2", 12)
            .attr("stroke", colours.less).attr("stroke-width", 1.6)
            .attr("stroke-dasharray", dashes[place % dashes.length]),
        })),
      ];
      steelyard.legend(svg, 24, bottom + 20, entries);
      return bottom + 38;
    };
    const hidden = data.hiddenGroups > 0
      ? say(language, "hidden", data.hiddenGroups, data.hiddenPeople) : "";
    const rest = groups.length > most ? say(language, "restInTable", most, groups.length) : "";
    const score = (value) => (value == null ? "" : number.fixed(value, data.decimals));
    const figure = steelyard.figure(element, language, {
      name: "distributions", title, draw,
      notes: [say(language, "distributionNote"), rest, hidden],
      table: {
        heads: [data.column || "", say(language, "peopleHead"), say(language, "median"),
          ...data.grades.map((grade) => say(language, "cutOf", text(language, grade))),
          say(language, "atCap")],
        rows: data.groups.map((group) => [name(group), number.count(group.count),
          score(group.median), ...group.cuts.map(score), number.count(d3.sum(group.capped))]),
      },
    });
    if (data.measures.length > 0) caps(element, data, language);
    return figure;
  };

  /** Which measures' caps hold how many people. */
  const caps = (element, data, language) => {
    const measures = data.measures.slice().sort((one, other) => other.count - one.count);
    const largest = d3.max(measures, (measure) => measure.count / measure.people) || 0;
    const draw = (svg) => {
      const left = 250, right = steelyard.width - 110, step = 19;
      const scale = d3.scaleLinear().domain([0, largest || 1]).range([left, right]);
      measures.forEach((measure, place) => {
        const y = 4 + place * step;
        const row = svg.append("g").attr("class", "mark");
        row.append("text").attr("x", left - 8).attr("y", y + 11).attr("text-anchor", "end")
          .text(steelyard.short(text(language, measure.title), 38));
        row.append("rect").attr("x", left).attr("y", y)
          .attr("width", scale(measure.count / measure.people) - left).attr("height", 13)
          .attr("fill", "#5b6670");
        row.append("text").attr("x", scale(measure.count / measure.people) + 6).attr("y", y + 11)
          .text(say(language, "capShare", number.percent(measure.count / measure.people),
            number.plain(measure.cap)));
      });
      return 8 + measures.length * step;
    };
    steelyard.figure(element, language, {
      name: "caps",
      title: measures[0].count > 0
        ? say(language, "capsTitle", text(language, measures[0].title),
          number.percent(measures[0].count / measures[0].people))
        : say(language, "capsNone"),
      draw,
      table: {
        heads: ["measure", "cap", "atCapHead", "peopleHead"].map((head) => say(language, head)),
        rows: measures.map((measure) => [text(language, measure.title),
          number.plain(measure.cap), number.count(measure.count),
          number.count(measure.people)]),
      },
    });
  };
})();
