// A shop of three products, which tells shop.js what its visitor does.
const cart = [];
const element = id => document.getElementById(id);

function answer(agrees) {
  tillstream('consent', agrees);
  element('consent').hidden = true;
}

// The attributes of a product are the fields of its events.
function act(type, product) {
  tillstream(type, { ...product.dataset });
  if (type === 'cart') cart.push(product);
  if (type === 'remove_from_cart' && cart.includes(product)) cart.splice(cart.indexOf(product), 1);
  element('count').value = cart.length;
}

element('agree').addEventListener('click', () => answer(true));
element('refuse').addEventListener('click', () => answer(false));
for (const button of document.querySelectorAll('button[data-type]')) {
  button.addEventListener('click', () => act(button.dataset.type, button.closest('li')));
}
element('buy').addEventListener('click', () => {
  cart.splice(0).forEach(product => act('purchase', product));
});
