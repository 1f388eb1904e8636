"use strict";
(() => {
  // On a phone what narrows a search stands folded above the hits, unless it was used.
  if (window.matchMedia("(max-width: 50rem)").matches) {
    document.querySelectorAll(".narrow:not([data-used])").forEach((box) => (box.open = false));
  }
})();
(() => {
  const area = document.getElementById("text");
  if (!area) return;
  const form = area.form;
  const kind = form.elements.kind;
  const status = form.querySelector("[role=status]");
  const most = Number(area.dataset.most);

  // UTF-8 where it is that, else what Windows writes: a file read here is never sent as a file.
  function decoded(bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }

  async function take(file) {
    if (file.size > most) {
      status.textContent = `${file.name} is too large; the most is ${most / 1e6} MB.`;
      return;
    }
    area.value = decoded(await file.arrayBuffer());
    kind.value = /\.html?$/i.test(file.name) ? "html" : "text";
    status.textContent = `${file.name} is ready to be read.`;
    area.focus();
  }

  const chooser = form.querySelector("input[type=file]");
  chooser.closest("[hidden]").hidden = false;
  chooser.addEventListener("change", () => chooser.files[0] && take(chooser.files[0]));
  area.addEventListener("input", () => {
    kind.value = "text";
    status.textContent = "";
  });
  const hasFile = (event) => [...event.dataTransfer.types].includes("Files");
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      area.classList.add("dropping");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) area.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    area.classList.remove("dropping");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  form.addEventListener("submit", () => {
    status.textContent = "Reading…";
  });
  window.addEventListener("pageshow", () => {
    status.textContent = "";
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
})();
