/* The reader's choice of colours, kept in this browser only. It is read here, before the page is drawn, so that the colours
   do not change before the reader's eyes; without a choice, or without JavaScript, the system's is followed. */
const KEPT = "guides-api.colours"
const dark = document.querySelector("link[data-dark]")
const bySystem = dark.media
const media = { dark: "screen", light: "not all" }

const kept = () => {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null /* The browser keeps nothing: the choice lasts as long as the page. */
  }
}

dark.media = media[kept()] ?? bySystem

addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-colours]")
  const isDark = () => matchMedia(dark.media).matches
  const name = () => {
    button.lastElementChild.textContent = button.title = isDark() ? button.dataset.light : button.dataset.dark
  }
  button.addEventListener("click", () => {
    const choice = isDark() ? "light" : "dark"
    dark.media = media[choice]
    try {
      localStorage.setItem(KEPT, choice)
    } catch { /* See above. */ }
    name()
  })
  name()
  button.hidden = false
  followContents()
})

/* The contents beside the page show which part is being read. */
function followContents() {
  const links = [...document.querySelectorAll("[data-contents] a")]
  const headings = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  let asked = false
  const mark = () => {
    asked = false
    const past = headings.filter(heading => heading && heading.getBoundingClientRect().top < innerHeight / 3).length
    links.forEach((link, rank) => link.toggleAttribute("data-here", rank === past - 1))
  }
  if (!links.length) return
  addEventListener("scroll", () => {
    if (!asked) requestAnimationFrame(mark)
    asked = true
  }, { passive: true })
  mark()
}

/* What is folded is printed too. */
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true
})
