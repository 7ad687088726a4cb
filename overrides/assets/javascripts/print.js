/* Buttons that print the page: `button[data-print]`, hidden as long as no script can hear them. */
for (const button of document.querySelectorAll("button[data-print]")) {
  button.closest("[data-with-script]").hidden = false
  button.addEventListener("click", () => print())
}
