// Tasklist keeps the task in the part of the address after "#", which a form would lose.
if (location.hash) {
  const form = document.querySelector('#login form');
  form.action += location.hash;
}
