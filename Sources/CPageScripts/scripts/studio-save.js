"use strict";
// Saving the draft as a new version of the policy: what will be saved, under which version, and what then
// differs in the file.
(() => {
  const { say, text, studio } = steelyard;
  const { make, draft } = studio;

  /** The version after one: its last whole number one higher. */
  const next = (version) => (/\d/.test(version)
    ? version.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 1)) : `${version}-2`);

  /** The lines that differ with two before and after each; the others are left out. */
  const shortened = (lines) => {
    const near = 2;
    const isNear = lines.map((_, place) => lines.slice(Math.max(0, place - near), place + near + 1)
      .some((line) => line.kind !== " "));
    return lines.flatMap((line, place) => (isNear[place] ? [line]
      : isNear[place - 1] || place === 0 ? [{ kind: "⋯", text: "" }] : []));
  };

  /** A difference as lines with their signs. */
  studio.difference = (lines) => make("div", { class: "difference", tabindex: "0" },
    ...shortened(lines).map((line) => make(line.kind === "-" ? "del" : line.kind === "+" ? "ins" : "span", {},
      `${line.kind === "-" ? "−" : line.kind} ${line.text}`)));

  /** Opens the dialog that saves the draft. */
  studio.saveDialog = (state) => {
    const { language, policy } = state;
    const fault = make("div", { class: "fault", role: "alert", hidden: true });
    const version = make("input", { type: "text", required: true, maxlength: 60, autocomplete: "off",
      id: "new-version", value: next(policy.policy.version) });
    const save = make("button", { type: "submit", class: "main" }, say(language, "editSaveNow"));
    const entries = draft.list(policy, state.changes, language);
    const form = make("form", { submit: (event) => {
      event.preventDefault();
      send();
    } }, make("p", {}, say(language, "editSaveOf", policy.policy.name, policy.policy.version)),
    make("ol", {}, ...entries.map((entry) => make("li", {}, entry.words))),
    make("p", {}, make("label", { for: "new-version" }, `${say(language, "editVersion")} `), version),
    make("p", { class: "note" }, say(language, "editSaveNote", policy.policy.file)), fault,
    make("p", { class: "buttons" }, save));
    const dialog = studio.dialog(language, say(language, "editSave"), form);
    version.select();

    const send = async () => {
      save.disabled = true;
      fault.hidden = true;
      try {
        const saved = await studio.post("/api/save",
          { changes: state.changes, version: version.value.trim() });
        form.replaceWith(make("div", { class: "saved" },
          make("p", { role: "status" }, say(language, "editSaved", saved.version), " ",
            make("code", {}, saved.file)),
          studio.difference(saved.difference),
          make("p", { class: "note" }, say(language, "editSavedNote"))));
        dialog.querySelector(".difference").focus();
      } catch (failure) {
        if (!(failure instanceof studio.Refusal)) throw failure;
        fault.replaceChildren(...studio.faultLines(failure.error).map((line) => make("p", {}, line)));
        fault.hidden = false;
        save.disabled = false;
      }
    };
  };
})();
