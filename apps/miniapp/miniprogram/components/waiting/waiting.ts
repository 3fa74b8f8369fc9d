/** A page that is not there yet: its shape while it is read; why it was not, and another try. */
Component({
  properties: {
    state: { type: String, value: 'loading' },
    message: { type: String, value: '' },
    label: { type: String, value: '' },
    /** Whether the page begins with a picture. */
    picture: { type: Boolean, value: false },
  },
  data: {
    rows: [{ width: '60%' }, { width: '40%' }, 1, 1, { width: '70%' }],
  },
  methods: {
    again() { this.triggerEvent('again'); },
  },
});
