"use strict";
// Weights, and how far they move when judgements are uncertain.
(() => {
  const { say, text, number, colours } = steelyard;

  /**
   * data: {labels: [{name, title}], weights, eigenvector or null, halfStep: [[low, high]] or null,
   * wholeStep: likewise}. Bands hold 95 of 100 draws of all judgements within half a step, or one step,
   * of the scale 1/9 ... 9. The dot is the weight, the ring that of the eigenvector.
   */
  steelyard.charts.weightBands = (element, data, options) => {
    const { language } = options;
    const names = data.labels.map((label) => text(language, label.title) || label.name);
    const order = d3.range(names.length).sort((one, other) =>
      data.weights[other] - data.weights[one]);
    const overlaps = data.halfStep
      ? order.slice(1).filter((label, place) =>
        data.halfStep[label][1] > data.halfStep[order[place]][0]).length
      : 0;
    const first = order[0];
    const title = !data.halfStep
      ? say(language, "weightsOnly", names[first], number.percent(data.weights[first]))
      : overlaps > 0
        ? say(language, "bandsOverlap", overlaps)
        : say(language, "bandsApart");

    const draw = (svg) => {
      const left = 190, right = steelyard.width - 60, top = 6, step = 26;
      const all = [...data.weights, ...(data.wholeStep || data.halfStep || []).flat()];
      const scale = d3.scaleLinear().domain([0, Math.min(1, d3.max(all) * 1.05)]).nice()
        .range([left, right]);
      const bottom = top + order.length * step;
      const ticks = scale.ticks(6);
      svg.append("g").selectAll("line").data(ticks).join("line")
        .attr("x1", scale).attr("x2", scale).attr("y1", top).attr("y2", bottom)
        .attr("stroke", colours.line).attr("stroke-width", 0.6);
      svg.append("g").selectAll("text").data(ticks).join("text")
        .attr("x", scale).attr("y", bottom + 13).attr("text-anchor", "middle")
        .attr("fill", colours.faint).text((tick) => number.percent(tick, 0));
      order.forEach((label, place) => {
        const row = svg.append("g").attr("class", "mark")
          .attr("transform", `translate(0,${top + (place + 0.5) * step})`);
        row.append("text").attr("x", left - 8).attr("y", 4).attr("text-anchor", "end")
          .text(steelyard.short(names[label], 31)).append("title").text(names[label]);
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
            .attr("height", 10).attr("fill", "#b9cfe4").attr("stroke", colours.accent);
        }
        if (data.eigenvector) {
          row.append("circle").attr("cx", scale(data.eigenvector[label])).attr("r", 5.5)
            .attr("fill", "none").attr("stroke", colours.less).attr("stroke-width", 1.4);
        }
        row.append("circle").attr("cx", scale(data.weights[label])).attr("r", 3.4)
          .attr("fill", colours.ink);
        row.append("text").attr("x", right + 8).attr("y", 4).attr("font-weight", 700)
          .text(number.percent(data.weights[label]));
      });
      const entries = [{ text: say(language, "weight"), draw: (group) =>
        group.append("circle").attr("cx", 12).attr("cy", 6).attr("r", 3.4) }];
      if (data.eigenvector) {
        entries.push({ text: say(language, "eigenvector"), draw: (group) =>
          group.append("circle").attr("cx", 12).attr("cy", 6).attr("r", 5).attr("fill", "none")
            .attr("stroke", colours.less).attr("stroke-width", 1.4) });
      }
      if (data.halfStep) {
        entries.push({ text: say(language, "halfStep"), draw: (group) =>
          group.append("rect").attr("y", 1).attr("width", 24).attr("height", 10)
            .attr("fill", "#b9cfe4").attr("stroke", colours.accent) });
      }
      if (data.wholeStep) {
        entries.push({ text: say(language, "wholeStep"), draw: (group) => {
          group.append("path").attr("d", "M0,6H24M0,1V11M24,1V11").attr("fill", "none")
            .attr("stroke", colours.ink);
        } });
      }
      steelyard.legend(svg, left, bottom + 22, entries);
      return bottom + 40;
    };
    const range = (band) => (band ? band.map((end) => number.percent(end)).join(" – ") : "");
    return steelyard.figure(element, language, {
      name: "weight-bands", title, draw,
      notes: [data.halfStep ? say(language, "bandsNote") : say(language, "noBands")],
      table: {
        heads: ["label", "weight", "eigenvector", "halfStep", "wholeStep"].map((head) =>
          say(language, head)),
        rows: order.map((label) => [
          names[label], number.percent(data.weights[label], 2),
          data.eigenvector ? number.percent(data.eigenvector[label], 2) : "",
          range(data.halfStep && data.halfStep[label]),
          range(data.wholeStep && data.wholeStep[label]),
        ]),
      },
    });
  };
})();
