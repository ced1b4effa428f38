"use strict";
// Weights, and how far they move when judgements are uncertain.
(() => {
  const { say, text, number, colours } = steelyard;

  /** Where weight goes and where from, with what was before; nothing where none moves. */
  const moved = (data, names, language) => {
    if (!data.before) return "";
    const change = (label) => data.weights[label] - data.before[label];
    const labels = d3.range(names.length).sort((one, other) => change(other) - change(one));
    const [most, least] = [labels[0], labels[labels.length - 1]];
    const step = (label) => [names[label], number.percent(data.before[label]),
      number.percent(data.weights[label])];
    return change(most) < 5e-5 && change(least) > -5e-5 ? ""
      : say(language, "weightsMoved", ...step(most), ...step(least));
  };

  /**
   * data: {labels: [{name, title}], weights, eigenvector or null, halfStep: [[low, high]] or null,
   * wholeStep: likewise, before: weights compared with or absent}. Bands hold 95 of 100 draws of all
   * judgements within half a step, or one step, of the scale 1/9 ... 9. The dot is the weight, the ring that
   * of the eigenvector, the grey bar the weight before.
   */
  steelyard.charts.weightBands = (element, data, options) => {
    const { language } = options;
    const names = data.labels.map((label) => text(language, label.title) || label.name);
    const ranked = d3.range(names.length).sort((one, other) =>
      data.weights[other] - data.weights[one]);
    const overlaps = data.halfStep
      ? ranked.slice(1).filter((label, place) =>
        data.halfStep[label][1] > data.halfStep[ranked[place]][0]).length
      : 0;
    const first = ranked[0];
    const order = options.inOrder ? d3.range(names.length) : ranked;
    const bands = overlaps > 0 ? say(language, "bandsOverlap", overlaps) : say(language, "bandsApart");
    const title = moved(data, names, language) || (data.halfStep && !data.before ? bands
      : say(language, "weightsOnly", names[first], number.percent(data.weights[first])));
    const width = options.width || steelyard.width;

    const draw = (svg) => {
      const needed = options.width ? 16 + 5.9 * d3.max(names, steelyard.columnsOf) : Infinity;
      const left = Math.min(190, 0.34 * width, needed), right = width - (data.before ? 104 : 60);
      const top = 6, step = 26;
      // Bands that belong to other judgements than the weights, until theirs are known.
      const band = options.isPending ? ["#ececec", colours.baseline] : ["#b9cfe4", colours.accent];
      const all = [...data.weights, ...(data.before || []),
        ...(data.wholeStep || data.halfStep || []).flat()];
      // There is room for bands that come later.
      const most = Math.max(d3.max(all) * 1.05,
        data.before ? 1.2 * d3.max([...data.weights, ...data.before]) : 0);
      const scale = d3.scaleLinear().domain([0, Math.min(1, most)]).nice()
        .range([left, right]);
      const bottom = top + order.length * step;
      const ticks = scale.ticks(Math.min(6, Math.floor((right - left) / 50)));
      svg.append("g").selectAll("line").data(ticks).join("line")
        .attr("x1", scale).attr("x2", scale).attr("y1", top).attr("y2", bottom)
        .attr("stroke", colours.line).attr("stroke-width", 0.6);
      svg.append("g").selectAll("text").data(ticks).join("text")
        .attr("x", scale).attr("y", bottom + 13).attr("text-anchor", "middle")
        .attr("fill", colours.faint).text((tick) => number.percent(tick, 0));
      steelyard.axisTitle(svg, left - 10, bottom + 13, options, say(language, "weight"));
      order.forEach((label, place) => {
        const row = svg.append("g").attr("class", "mark")
          .attr("transform", `translate(0,${top + (place + 0.5) * step})`);
        row.append("text").attr("x", left - 8).attr("y", 4).attr("text-anchor", "end")
          .text(steelyard.short(names[label], Math.min(31, Math.floor((left - 8) / 5.8)))).append("title").text(names[label]);
        if (data.wholeStep) {
          const [low, high] = data.wholeStep[label].map(scale);
          row.append("line").attr("x1", low).attr("x2", high).attr("stroke", colours.ink);
          for (const end of [low, high]) {
            row.append("line").attr("x1", end).attr("x2", end).attr("y1", -5).attr("y2", 5)
              .attr("stroke", colours.ink);
          }
        }
        if (data.halfStep) {
          const [low, high] = data.halfStep[label].map(scale);
          row.append("rect").attr("x", low).attr("y", -5).attr("width", high - low)
            .attr("height", 10).attr("fill", band[0]).attr("stroke", band[1]);
        }
        if (data.eigenvector) {
          row.append("circle").attr("cx", scale(data.eigenvector[label])).attr("r", 5.5)
            .attr("fill", "none").attr("stroke", colours.less).attr("stroke-width", 1.4);
        }
        if (data.before) {
          row.append("line").attr("class", "before").attr("x1", scale(data.before[label]))
            .attr("x2", scale(data.before[label])).attr("y1", -10).attr("y2", 10)
            .attr("stroke", colours.baseline).attr("stroke-width", 3);
          const change = 100 * (data.weights[label] - data.before[label]);
          row.append("text").attr("x", width).attr("y", 4).attr("text-anchor", "end")
            .attr("fill", colours.faint)
            .text(Math.abs(change) < 0.05 ? "=" : number.signed(change, 1));
        }
        row.append("circle").attr("cx", scale(data.weights[label])).attr("r", data.before ? 4.2 : 3.4)
          .attr("fill", data.before ? colours.draft : colours.ink);
        row.append("text").attr("x", right + 8).attr("y", 4).attr("font-weight", 700)
          .text(number.percent(data.weights[label]));
      });
      const entries = [{ text: say(language, data.before ? "draft" : "weight"), draw: (group) =>
        group.append("circle").attr("cx", 12).attr("cy", 6).attr("r", 3.4)
          .attr("fill", data.before ? colours.draft : null) }];
      if (data.before) {
        entries.push({ text: say(language, "baseline"), draw: (group) =>
          group.append("line").attr("x1", 12).attr("x2", 12).attr("y2", 12)
            .attr("stroke", colours.baseline).attr("stroke-width", 3) });
      }
      if (data.eigenvector) {
        entries.push({ text: say(language, "eigenvector"), draw: (group) =>
          group.append("circle").attr("cx", 12).attr("cy", 6).attr("r", 5).attr("fill", "none")
            .attr("stroke", colours.less).attr("stroke-width", 1.4) });
      }
      if (data.halfStep || options.isPending) {
        entries.push({ text: say(language, "halfStep"), draw: (group) =>
          group.append("rect").attr("y", 1).attr("width", 24).attr("height", 10)
            .attr("fill", band[0]).attr("stroke", band[1]) });
      }
      if (data.wholeStep || options.isPending) {
        entries.push({ text: say(language, "wholeStep"), draw: (group) => {
          group.append("path").attr("d", "M0,6H24M0,1V11M24,1V11").attr("fill", "none")
            .attr("stroke", colours.ink);
        } });
      }
      return bottom + 40
        + steelyard.legend(svg, data.before ? 8 : left, bottom + 22, entries, options.width);
    };
    const range = (band) => (band ? band.map((end) => number.percent(end)).join(" – ") : "");
    return steelyard.figure(element, language, {
      name: "weight-bands", title, draw, width,
      remark: data.before && data.halfStep && !options.isPending ? bands : "",
      notes: [data.halfStep ? say(language, "bandsNote")
        : options.isPending ? "" : say(language, "noBands")],
      table: {
        heads: ["label", ...(data.before ? ["baseline", "draft"] : ["weight"]), "eigenvector", "halfStep",
          "wholeStep"].map((head) => say(language, head)),
        rows: order.map((label) => [
          names[label], ...(data.before ? [number.percent(data.before[label], 2)] : []),
          number.percent(data.weights[label], 2),
          data.eigenvector ? number.percent(data.eigenvector[label], 2) : "",
          range(data.halfStep && data.halfStep[label]),
          range(data.wholeStep && data.wholeStep[label]),
        ]),
      },
    });
  };
})();
