/** The one way to ask the time, so that tests can set it. */
export interface Clock {
  now(): Date;
}
