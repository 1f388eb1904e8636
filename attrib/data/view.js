"use strict";
(() => {
  const card = document.getElementById("card");
  const pages = [...document.querySelectorAll(".page")];
  let pinned = null; // the element whose card stays until it is dismissed
  let shown = []; // the segments that are outlined now

  const numbers = (element, key) =>
    (element.dataset[key] || "").split(" ").filter(Boolean).map(Number);

  class Article {
    constructor(section) {
      this.section = section;
      this.cards = [...section.querySelectorAll(".card")];
      this.refs = [...section.querySelectorAll(".ref")];
      this.segments = [...section.querySelectorAll(".text span")].map((element) => ({
        element,
        parts: { s: numbers(element, "s"), u: numbers(element, "u"), c: numbers(element, "c") },
      }));
      this.segments.forEach(({ element }) => element.removeAttribute("title"));
      this.active = this.cards.map(() => true);
      section.addEventListener("input", () => this.filter());
      section.querySelector("[name=reset]").addEventListener("click", () => this.tick(true));
      section.querySelector("[name=none]").addEventListener("click", () => this.tick(false));
      this.filter();
    }

    chosen(name) {
      return [...this.section.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
    }

    // All boxes, and the least confidence there is; or no speaker, to tick those wanted.
    tick(all) {
      for (const box of this.section.querySelectorAll("input")) {
        if (all && box.type === "range") box.value = box.min;
        else if (all || box.name === "speaker") box.checked = all;
      }
      this.filter();
    }

    filter() {
      const speakers = this.chosen("speaker");
      const kinds = this.chosen("kind");
      const least = Number(this.section.querySelector("[name=least]").value);
      this.section.querySelector("output").value = least.toFixed(2);
      this.cards.forEach(({ dataset }, index) => {
        this.active[index] =
          speakers.includes(dataset.speaker) && kinds.includes(dataset.kind) &&
          Number(dataset.confidence) >= least;
      });
      this.cards.forEach((item, index) => (item.hidden = !this.active[index]));
      this.refs.forEach((ref) => (ref.hidden = !this.active[Number(ref.dataset.r)]));
      this.segments.forEach((segment) => this.paint(segment));
      const count = this.active.filter(Boolean).length;
      this.section.querySelector(".shown").textContent =
        `${count} of ${this.active.length} attributions shown`;
      dismiss();
    }

    // The innermost record that passes the filter gives a segment its colour.
    paint({ element, parts }) {
      const names = [];
      for (const letter of "suc") {
        if (parts[letter].some((index) => this.active[index])) names.push(letter);
      }
      const contents = parts.c.filter((index) => this.active[index]);
      if (contents.length) names.push(`bg${this.cards[contents[0]].dataset.speaker}`);
      if (contents.length > 1) names.push("deep");
      const record = this.record(parts);
      if (record !== undefined) names.push(`sp${this.cards[record].dataset.speaker}`);
      element.className = names.join(" ");
    }

    record(parts) {
      return [...parts.s, ...parts.u, ...parts.c].find((index) => this.active[index]);
    }

    show(index, near) {
      shown.forEach((element) => element.classList.remove("on"));
      shown = this.segments
        .filter(({ parts }) => Object.values(parts).some((list) => list.includes(index)))
        .map(({ element }) => element);
      shown.forEach((element) => element.classList.add("on"));
      const copy = this.cards[index].cloneNode(true);
      copy.removeAttribute("id");
      const item = document.createElement("div");
      item.className = copy.className;
      item.append(...copy.childNodes);
      card.replaceChildren(item);
      card.hidden = false;
      place(near);
    }

    at(element) {
      if (element.matches(".ref")) return Number(element.dataset.r);
      const segment = this.segments.find((one) => one.element === element);
      return segment && this.record(segment.parts);
    }
  }

  function place(near) {
    const box = near.getClientRects()[0] || near.getBoundingClientRect();
    const below = box.bottom + 10 + card.offsetHeight < window.innerHeight;
    const top = below || box.top < card.offsetHeight + 10
      ? box.bottom + 10 : box.top - card.offsetHeight - 10;
    const left = Math.max(8, Math.min(box.left, window.innerWidth - card.offsetWidth - 24));
    card.style.top = `${top + window.scrollY}px`;
    card.style.left = `${left + window.scrollX}px`;
  }

  function dismiss() {
    pinned = null;
    card.hidden = true;
    shown.forEach((element) => element.classList.remove("on"));
    shown = [];
  }

  const articles = new Map(
    pages.filter((page) => page.matches(".article")).map((page) => [page, new Article(page)]),
  );

  function found(event) {
    const element = event.target.closest && event.target.closest(".text span, .ref");
    const article = element && articles.get(element.closest(".article"));
    const index = article ? article.at(element) : undefined;
    return index === undefined ? null : { element, article, index };
  }

  document.addEventListener("mouseover", (event) => {
    const hit = found(event);
    if (hit && !pinned) hit.article.show(hit.index, hit.element);
    else if (!hit && !pinned && !card.contains(event.target)) dismiss();
  });
  document.addEventListener("focusin", (event) => {
    const hit = found(event);
    if (hit) {
      pinned = null;
      hit.article.show(hit.index, hit.element);
    }
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.matches(".ref") && !pinned) dismiss();
  });
  document.addEventListener("click", (event) => {
    const hit = found(event);
    if (hit) {
      event.preventDefault();
      const again = pinned === hit.element;
      dismiss();
      if (!again) {
        hit.article.show(hit.index, hit.element);
        pinned = hit.element;
      }
    } else if (!card.contains(event.target)) dismiss();
    else if (event.target.closest("a")) dismiss();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
    else if (event.key === " " && event.target.matches(".ref")) {
      event.preventDefault();
      event.target.click();
    }
  });

  // With several articles, one is seen at a time: the one that the address names.
  function turn() {
    const name = location.hash.slice(1);
    const target = document.getElementById(name);
    const page = (target && target.closest(".page")) || pages[0];
    dismiss();
    if (pages.length > 1) pages.forEach((other) => (other.hidden = other !== page));
    document.querySelector(".back").hidden = pages.length < 2 || page.id === "index";
    const passage = target && target.matches(".card") &&
      page.querySelector(`.ref[data-r="${name.split("-").pop()}"]`);
    if (passage && came) {
      passage.focus();
      pinned = passage;
    } else if (target && target !== page) target.scrollIntoView();
    else if (pages.length > 1) window.scrollTo(0, 0);
    if (target === page && page.querySelector("h1")) page.querySelector("h1").focus({ preventScroll: true });
  }
  if (window.matchMedia("(max-width: 50rem)").matches) {
    document.querySelectorAll(".filters").forEach((filters) => (filters.open = false));
  }
  let came = false; // from the index, so to the passage in its text
  document.addEventListener("click", (event) => {
    came = Boolean(event.target.closest("#index a"));
  }, true);
  window.addEventListener("hashchange", turn);
  turn();
})();
