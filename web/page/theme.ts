// The theme button: as the system has it, light, or dark; remembered where the browser allows it.
import { words } from './words.ts';

const key = 'sourcelight.theme';
const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

export function startTheme(button: HTMLButtonElement): void {
  let theme = remembered();
  const show = (): void => {
    document.documentElement.style.colorScheme = theme === 'auto' ? '' : theme;
    button.textContent = words.themes[theme];
  };
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    remember(theme);
    show();
  });
  show();
}

function remembered(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    return;
  }
}
