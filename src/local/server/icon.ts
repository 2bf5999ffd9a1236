/** The workspace's icon, as SVG. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">
  <rect x="3" y="1.5" width="22" height="25" rx="3" fill="#0b6e4f" />
  <path d="M7.5 9.5h13v10.5h-13z M7.5 13h13 M7.5 16.5h13 M12 9.5v10.5" fill="none" stroke="#fff" stroke-width="1.6" />
</svg>`;
