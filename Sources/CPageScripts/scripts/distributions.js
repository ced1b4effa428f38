"use strict";
// Scores of everybody and of each group, where grades are cut, and who stands at a cap.
(() => {
  const { say, text, number, colours } = steelyard;

  /** Everybody and the largest groups, those with the highest scores first, by the scores compared with. */
  steelyard.drawnGroups = (data, most) => {
    const [everybody, ...groups] = data.groups;
    const median = (group) => (group.medianBefore == null ? group.median : group.medianBefore);
    return [everybody, ...groups.sort((one, other) => other.count - one.count).slice(0, most)
      .sort((one, other) => median(other) - median(one))];
  };

  /**
   * data: {column, decimals, start, width, grades: [title], groups: [{name or null, count, counts, capped,
   * median, cuts: [value or null]}], measures: [{title, cap, count, people}], hiddenGroups, hiddenPeople};
   * the first group is everybody. counts and capped are for bins of `width` from `start` on; capped counts
   * those with a measure at its cap, who are among counts. A cut is the lowest score that has the grade.
   * options.most: how many groups are drawn; all are in the table. To compare, each group has `before`,
   * medianBefore and cutsBefore too, of the same bins, and each measure countBefore.
   */
  steelyard.charts.distributions = (element, data, options) => {
    const { language } = options;
    const most = options.most || 16;
    const [everybody, ...groups] = data.groups;
    const drawn = steelyard.drawnGroups(data, most);
    const compares = everybody.before != null;
    const width = options.width || steelyard.width;
    const name = (group) => (group === everybody ? say(language, "everybody")
      : group.name == null ? say(language, "noText") : group.name);
    const share = d3.sum(everybody.capped) / everybody.count;
    const score = (value) => (value == null ? "" : number.fixed(value, data.decimals));
    const title = compares
      ? say(language, "distributionMoved", score(everybody.median), score(everybody.medianBefore))
      : share > 0
      ? say(language, "distributionCapped", number.fixed(everybody.median, data.decimals),
        number.percent(share))
      : say(language, "distributionTitle", number.fixed(everybody.median, data.decimals));
    const dashes = [null, "5 3", "2 2", "8 2 2 2", "1 3"];

    const draw = (svg) => {
      const left = Math.min(200, 0.32 * width), right = width - 66, top = 18;
      const bins = d3.range(everybody.counts.length);
      const edge = (bin) => data.start + bin * data.width;
      const used = bins.filter((bin) => everybody.counts[bin] > 0
        || (compares && everybody.before[bin] > 0));
      const scale = d3.scaleLinear()
        .domain([edge(used[0]), edge(used[used.length - 1] + 1)]).range([left, right]);
      const heights = drawn.map((group) => (group === everybody ? 54 : options.row || 30));
      const tops = heights.map((_, place) => d3.sum(heights.slice(0, place + 1)));
      const hatching = steelyard.hatching(svg, colours.ink, steelyard.partIdentity("capped", options));
      svg.append("text").attr("x", right + 8).attr("y", 11).attr("font-size", 9.5)
        .attr("fill", colours.faint).text(say(language, "atCapHead"));
      drawn.forEach((group, place) => {
        const bottom = top + tops[place] - 6;
        const tall = heights[place] - 10;
        const vertical = d3.scaleLinear().domain([0, d3.max(group.counts)]).range([0, tall]);
        const row = svg.append("g").attr("class", "mark");
        const isLow = heights[place] < 30;
        const people = isLow ? ` (${number.count(group.count)})` : "";
        row.append("text").attr("x", left - 8).attr("y", bottom - tall / 2 + (isLow ? 5 : 1))
          .attr("text-anchor", "end").attr("font-weight", group === everybody ? 700 : 400)
          .text(steelyard.short(name(group),
            Math.min(30, Math.floor((left - 8) / 5.8) - people.length)) + people)
          .append("title").text(name(group));
        if (!isLow) {
          row.append("text").attr("x", left - 8).attr("y", bottom - tall / 2 + 12)
            .attr("text-anchor", "end").attr("font-size", 9).attr("fill", colours.faint)
            .text(say(language, "people", number.count(group.count)));
        }
        row.append("line").attr("x1", left).attr("x2", right).attr("y1", bottom)
          .attr("y2", bottom).attr("stroke", colours.line);
        const x = (bin) => scale(edge(bin));
        if (compares) {
          compared(row, group, { x, first: used[0], last: used[used.length - 1], tall, bottom, hatching });
        }
        for (const bin of compares ? [] : used) {
          const width = Math.max(1, x(bin + 1) - x(bin) - 0.8);
          const all = vertical(group.counts[bin]), capped = vertical(group.capped[bin]);
          if (all > 0) {
            row.append("rect").attr("class", "bar").attr("x", x(bin)).attr("y", bottom - all)
              .attr("width", width).attr("height", all).attr("fill", "#c4ccd4");
          }
          if (capped > 0) {
            row.append("rect").attr("x", x(bin)).attr("y", bottom - capped).attr("width", width)
              .attr("height", capped).attr("fill", hatching);
          }
        }
        if (compares) {
          row.append("path").attr("fill", colours.paper).attr("stroke", colours.baseline)
            .attr("d", `M${scale(group.medianBefore)},${bottom}l-3.5,6h7z`);
          (group.cutsBefore || []).forEach((cut) => {
            if (cut == null) return;
            row.append("line").attr("x1", scale(cut)).attr("x2", scale(cut)).attr("y1", bottom)
              .attr("y2", bottom - tall - 1).attr("stroke", colours.baseline).attr("stroke-width", 1);
          });
        }
        row.append("path").attr("fill", compares ? colours.draft : colours.ink)
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
      steelyard.axisTitle(svg, left, bottom + 9, options, say(language, "scoreAxis"));
      const entries = [
        ...(compares ? [
          { text: say(language, "draft"), draw: (group) => group.append("rect").attr("width", 24)
            .attr("height", 12).attr("fill", colours.draftPale) },
          { text: say(language, "baseline"), draw: (group) => group.append("path")
            .attr("d", "M0,12V5H8V1H16V7H24V12").attr("fill", "none")
            .attr("stroke", colours.baseline).attr("stroke-width", 1.4) },
        ] : []),
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
      return bottom + 38
        + steelyard.legend(svg, options.width ? 8 : 24, bottom + 20, entries, options.width);
    };
    const hidden = data.hiddenGroups > 0
      ? say(language, "hidden", data.hiddenGroups, data.hiddenPeople) : "";
    const rest = groups.length > most ? say(language, "restInTable", most, groups.length) : "";
    const figure = steelyard.figure(element, language, {
      name: "distributions", title, draw, width,
      remark: compares && share > 0 ? say(language, "cappedShare", number.percent(share)) : "",
      notes: [say(language, compares ? "distributionCompared" : "distributionNote"), rest, hidden],
      table: () => ({
        heads: [data.column || "", say(language, "peopleHead"),
          ...(compares ? [`${say(language, "median")} (${say(language, "baseline")})`] : []),
          say(language, "median"),
          ...data.grades.map((grade) => say(language, "cutOf", text(language, grade))),
          say(language, "atCap")],
        rows: data.groups.map((group) => [name(group), number.count(group.count),
          ...(compares ? [score(group.medianBefore)] : []),
          score(group.median), ...group.cuts.map(score), number.count(d3.sum(group.capped))]),
      }),
    });
    if (data.measures.length > 0) caps(element, data, options);
    return figure;
  };

  /**
   * A group's bars against the outline of what was before: a path each, as many are drawn at once. Groups
   * of few people have wider bars, so that their shape is seen.
   */
  const compared = (row, group, { x, first, last, tall, bottom, hatching }) => {
    const wide = group.count < 100 ? 4 : group.count < 400 ? 2 : 1;
    const sums = (counts) => d3.range(first, last + 1, wide).map((bin) =>
      d3.sum(counts.slice(bin, bin + wide)));
    const [now, capped, before] = [group.counts, group.capped, group.before].map(sums);
    const vertical = d3.scaleLinear().domain([0, d3.max([...now, ...before])]).range([0, tall]);
    const edges = now.map((_, place) => x(first + place * wide));
    const right = (place) => x(Math.min(first + (place + 1) * wide, last + 1));
    const bars = (counts) => counts.map((count, place) => (count === 0 ? ""
      : `M${edges[place]},${bottom}V${bottom - vertical(count)}H${right(place) - 0.6}V${bottom}Z`)).join("");
    const outline = before.map((count, place) => `V${bottom - vertical(count)}H${right(place)}`).join("");
    row.append("path").attr("class", "bar").attr("d", bars(now)).attr("fill", colours.draftPale);
    row.append("path").attr("d", bars(capped)).attr("fill", hatching);
    row.append("path").attr("d", `M${edges[0]},${bottom}${outline}V${bottom}`)
      .attr("fill", "none").attr("stroke", colours.baseline).attr("stroke-width", 1.4);
  };

  /** Which measures' caps hold how many people. */
  const caps = (element, data, options) => {
    const { language } = options;
    const width = options.width || steelyard.width;
    const measures = data.measures.slice().sort((one, other) => other.count - one.count);
    const largest = d3.max(measures, (measure) =>
      Math.max(measure.count, measure.countBefore || 0) / measure.people) || 0;
    const draw = (svg) => {
      const left = Math.min(250, 0.38 * width), right = width - 110, step = 19;
      const scale = d3.scaleLinear().domain([0, largest || 1]).range([left, right]);
      measures.forEach((measure, place) => {
        const y = 4 + place * step;
        const row = svg.append("g").attr("class", "mark");
        row.append("text").attr("x", left - 8).attr("y", y + 11).attr("text-anchor", "end")
          .text(steelyard.short(text(language, measure.title),
            Math.min(38, Math.floor((left - 8) / 5.8))));
        row.append("rect").attr("x", left).attr("y", y)
          .attr("width", scale(measure.count / measure.people) - left).attr("height", 13)
          .attr("fill", measure.countBefore == null ? "#5b6670" : colours.draftPale);
        if (measure.countBefore != null) {
          const before = scale(measure.countBefore / measure.people);
          row.append("line").attr("x1", before).attr("x2", before).attr("y1", y - 2)
            .attr("y2", y + 15).attr("stroke", colours.baseline).attr("stroke-width", 3);
        }
        row.append("text")
          .attr("x", scale(Math.max(measure.count, measure.countBefore || 0) / measure.people) + 6).attr("y", y + 11)
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
      draw, width,
      table: {
        heads: ["measure", "cap", "atCapHead", "peopleHead"].map((head) => say(language, head)),
        rows: measures.map((measure) => [text(language, measure.title),
          number.plain(measure.cap), number.count(measure.count),
          number.count(measure.people)]),
      },
    });
  };
})();
