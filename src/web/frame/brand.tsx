/** The mark: play triangle over a line, on indigo. */
export function BrandMark() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#35309c" />
      <path d="M12.5 10.2 21 15.5l-8.5 5.3z" fill="#fff" />
      <path d="M7 25.5h18" stroke="#f2a93b" stroke-width="2.6" stroke-linecap="round" />
    </svg>
  );
}
