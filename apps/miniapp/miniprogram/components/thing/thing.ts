/** Something in the bag or in an order: its picture, name, how it is made, and beside it what the page puts there. */
Component({
  properties: {
    picture: { type: String, value: '' },
    name: { type: String, value: '' },
    made: { type: String, value: '' },
    price: { type: String, value: '' },
  },
});
