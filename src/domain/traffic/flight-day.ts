/** Whether a flight runs on a day: from–to with the end exclusive, and the day of the week (Monday first). */
export function isRunningOn(flight: { from: string; to: string; days: string }, day: string): boolean {
  if (day < flight.from || day >= flight.to) return false;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return flight.days[weekday] === '1';
}
