"use strict";
const steps = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const drawn = [...document.querySelectorAll(".step")];
const nodes = [...document.querySelectorAll(".node")];

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function show(title, chosen) {
  byId("which").textContent = title;
  byId("rows").hidden = chosen !== null;
  byId("all").hidden = chosen === null;
  const list = byId("statements");
  list.hidden = chosen === null;
  list.replaceChildren();
  const ends = new Set();
  for (const step of chosen || []) {
    ends.add(step.from).add(step.to);
    for (const [words, speaker, article] of step.statements) {
      const item = document.createElement("li");
      item.append(element("blockquote", words), element("cite", `${speaker} — ${article}`));
      list.append(item);
    }
    const left = step.records - step.statements.length;
    if (step.statements.length && left > 0) list.append(element("li", `and ${left} more`));
  }
  for (const line of drawn) {
    const is = (step) => step.from === line.dataset.from && step.to === line.dataset.to;
    line.classList.toggle("on", (chosen || []).some(is));
  }
  for (const node of nodes) node.classList.toggle("on", ends.has(node.dataset.node));
}

function choose(step) {
  show(`${step.name}: ${step.records}`, [step]);
}

function reachable(target, name, act) {
  target.setAttribute("tabindex", "0");
  target.setAttribute("role", "button");
  target.setAttribute("aria-label", name);
  target.addEventListener("click", act);
  target.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
}

for (const line of drawn) {
  const step = steps.find((each) => each.from === line.dataset.from && each.to === line.dataset.to);
  if (step) reachable(line, `${step.name}: ${step.records}`, () => choose(step));
}
for (const node of nodes) {
  const key = node.dataset.node;
  const own = steps.filter((step) => step.from === key || step.to === key);
  const name = node.querySelector("title").textContent;
  reachable(node, name, () => show(name, own));
}
for (const button of document.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => choose(steps[Number(button.dataset.step)]));
}
byId("all").addEventListener("click", () => show("Heaviest first", null));
