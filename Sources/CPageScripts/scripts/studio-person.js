"use strict";
// Searching a person, and how the person stands by the policy and by the draft, side by side.
(() => {
  const { say, text, number, studio } = steelyard;
  const { make } = studio;

  /** A search field whose list is moved through by keys; whoever is chosen is shown. */
  studio.personSearch = (state) => {
    const { language } = state;
    const identity = "people-found";
    const list = make("ul", { role: "listbox", id: identity, "aria-label": say(language, "editPeopleFound"),
      hidden: true });
    const note = make("p", { class: "note", role: "status", hidden: true });
    const field = make("input", { type: "search", role: "combobox", "aria-expanded": "false",
      "aria-controls": identity, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
      placeholder: say(language, "editPerson"), "aria-label": say(language, "editPerson") });
    let timer = null, stop = null, found = [], place = -1;

    const close = () => {
      list.hidden = note.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
      place = -1;
    };
    const open = (person) => {
      close();
      studio.personDialog(state, person.key);
    };
    const point = (to) => {
      place = to;
      [...list.children].forEach((option, index) =>
        option.setAttribute("aria-selected", String(index === place)));
      if (place >= 0) {
        field.setAttribute("aria-activedescendant", `${identity}-${place}`);
        list.children[place].scrollIntoView({ block: "nearest" });
      }
    };
    const show = ({ people, total }) => {
      found = people;
      list.replaceChildren(...people.map((person, index) => make("li", { role: "option",
        id: `${identity}-${index}`, "aria-selected": "false",
        pointerdown: (event) => {
          event.preventDefault();
          open(person);
        } }, make("b", {}, person.key), ` ${Object.values(person.texts).join(" · ")} `,
      make("span", { class: "figure-text" }, [person.final == null ? "–"
        : number.fixed(person.final, state.policy.decimals), text(language, person.grade)]
        .filter((words) => words).join(" · ")))));
      list.hidden = people.length === 0;
      field.setAttribute("aria-expanded", String(people.length > 0));
      note.hidden = people.length > 0 && total <= people.length;
      studio.write(note, people.length === 0 ? say(language, "editNobodyFound")
        : say(language, "editMorePeople", number.count(total - people.length)));
      place = -1;
    };
    const search = async () => {
      if (stop) stop.abort();
      const query = field.value.trim();
      if (query === "") return close();
      stop = new AbortController();
      try {
        show(await studio.post("/api/people", { query, changes: state.changes }, stop.signal));
      } catch (failure) {
        if (failure.name === "AbortError") return;
        if (!(failure instanceof studio.Refusal)) throw failure;
        show({ people: [], total: 0 });
        studio.write(note, failure.error.message);
      }
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 150);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (found.length === 0 || list.hidden) return;
        const step = event.key === "ArrowDown" ? 1 : -1;
        point((place + step + found.length + (place < 0 && step < 0 ? 1 : 0)) % found.length);
      } else if (event.key === "Enter" && !list.hidden && found.length > 0) {
        open(found[Math.max(0, place)]);
      } else if (event.key === "Escape" && !list.hidden) close();
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
    return make("div", { class: "person-search" }, field, list, note);
  };

  /** Two texts of which the second is bold where they differ. */
  const pair = (before, after) => [make("td", { class: "number" }, before),
    make("td", { class: "number" }, before === after ? after : make("strong", {}, after))];

  /** What is said of a person by one policy, as rows [kind, title, text]. */
  const rows = (language, person, decimals) => {
    const fixed = (value) => (value == null ? "–" : number.fixed(value, decimals));
    const lines = [];
    const add = (kind, key, title, words) => lines.push({ kind, key, title, words });
    add("total", "state", say(language, "editState"), person.isRejected
      ? say(language, "editIsRejected", text(language, person.reason)) : say(language, "editIsScored"));
    for (const dimension of person.dimensions || []) {
      const title = text(language, dimension.title) || dimension.name;
      add("dimension", dimension.name, title, say(language, "editPoints", fixed(dimension.score),
        number.percent(dimension.weight), fixed(dimension.points)));
      for (const measure of dimension.measures) {
        const raw = measure.raw == null ? "–" : number.plain(measure.raw, 4);
        add("measure", `${dimension.name}.${measure.name}`, text(language, measure.title) || measure.name,
          say(language, measure.isCapped ? "editPointsCapped" : "editPointsRaw", raw, fixed(measure.score),
            number.percent(measure.weight), fixed(measure.points)));
      }
    }
    add("total", "total", say(language, "editTotal"), fixed(person.total));
    for (const gate of person.gates || []) {
      const title = text(language, gate.title);
      add("gate", `gate.${title}`, title, gate.applied ? text(language, gate.effect) || say(language, "editApplied")
        : say(language, "editNotApplied"));
    }
    add("total", "final", say(language, "editFinal"), fixed(person.final));
    for (const rank of person.ranks || []) {
      const title = text(language, rank.title);
      add("rank", `rank.${title}`, title, rank.rank == null ? "–"
        : say(language, "editRankOf", number.count(rank.rank), number.count(rank.of)));
    }
    if (state_has(person.grade)) add("total", "grade", say(language, "editGrade"), text(language, person.grade));
    if (person.pay != null) add("total", "pay", say(language, "editPayHead"), number.money(person.pay));
    return lines;
  };
  const state_has = (value) => value != null;

  /** Shows a person in a dialog. */
  studio.personDialog = async (state, key) => {
    const { language } = state;
    const body = make("div", { class: "person" }, make("p", { role: "status" }, say(language, "editLoading")));
    const print = (which) => studio.button(say(language, which === "draft" ? "editPageDraft" : "editPageBaseline"),
      () => studio.openPage("/person", { changes: JSON.stringify(state.changes), key, language, which }));
    studio.dialog(language, say(language, "editPersonTitle", key), body, make("p", { class: "buttons" },
      `${say(language, "editPrint")} `, print("baseline"), " ", print("draft")));
    let found;
    try {
      found = await studio.post("/api/person", { changes: state.changes, key });
    } catch (failure) {
      if (!(failure instanceof studio.Refusal)) throw failure;
      body.replaceChildren(make("div", { class: "fault", role: "alert" },
        ...studio.faultLines(failure.error).map((line) => make("p", {}, line))));
      return;
    }
    const before = rows(language, found.baseline, found.decimals);
    const after = new Map(rows(language, found.draft, found.decimals).map((row) => [row.key, row]));
    const left = before.filter((row) => !after.has(row.key));
    const beforeKeys = new Map(before.map((row) => [row.key, row.words]));
    const all = [...after.values(), ...left.map((row) => ({ ...row, words: "–" }))];
    body.replaceChildren(
      make("p", {}, Object.values(found.texts).join(" · ")),
      make("table", {}, make("thead", {}, make("tr", {}, make("td"),
        make("th", { scope: "col" }, say(language, "editByPolicy")),
        make("th", { scope: "col" }, say(language, "editByDraft")))),
      make("tbody", {}, ...all.map((row) => {
        const was = beforeKeys.get(row.key) ?? (left.includes(row) ? row.words : "–");
        return make("tr", { class: row.kind }, make("th", { scope: "row" }, row.title), ...pair(was, row.words));
      }))));
  };
})();
