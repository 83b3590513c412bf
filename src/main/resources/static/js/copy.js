// A button that copies a field; without script the field can be selected and copied by hand.
document.querySelectorAll('button[data-copy]').forEach(function (button) {
  var field = document.getElementById(button.dataset.copy);
  var said = document.getElementById(button.getAttribute('aria-describedby'));
  button.hidden = false;
  field.addEventListener('focus', function () { field.select(); });
  button.addEventListener('click', function () {
    field.select();
    var copied = navigator.clipboard
      ? navigator.clipboard.writeText(field.value)
      : Promise.resolve(document.execCommand('copy'));
    copied.then(function () { said.textContent = button.dataset.done; });
  });
});
