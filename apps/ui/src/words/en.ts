export const en = {
  problem: {
    title: 'That did not work',
    unreachable: 'The server cannot be reached. Check the connection and try again.',
    fault: 'Something went wrong on our side. Try again; if it happens again, tell whoever runs this server.',
    reference: 'Reference: {{reference}}',
    retry: 'Try again',
  },
  list: {
    loading: 'Loading',
    more: 'Show more',
    search: 'Search',
    noMatches: 'Nothing matches.',
    clear: 'Clear',
  },
  form: {
    save: 'Save',
    saved: 'Saved',
    cancel: 'Cancel',
    close: 'Close',
    copy: 'Copy',
    copied: 'Copied',
    required: 'This is needed.',
  },
  language: 'Language',
  colours: { title: 'Appearance', light: 'Light', dark: 'Dark', auto: 'Like the device' },
  skip: 'Skip to the content',
};

export type Words = typeof en;
