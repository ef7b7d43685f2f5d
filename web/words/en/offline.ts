// Working offline, and new versions.

export const offline = {
  ready: 'From now on Sourcelight opens without the internet too.',
  newVersion: 'A new version of Sourcelight is ready. Your text stays as it is.',
  apply: 'Use the new version',
};
