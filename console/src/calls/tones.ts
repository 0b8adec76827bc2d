/** Made by the browser: no file is loaded for it. */
let context: AudioContext | undefined;

/** @returns whether it can be heard: browsers play nothing before the first press */
export function canBeHeard(): boolean {
  return context?.state === "running";
}

/** To be called from a press. */
export async function unlockSound(): Promise<boolean> {
  context ??= new AudioContext();
  await context.resume();
  return canBeHeard();
}

/** grave: two tones that fall; plain: one. Nothing where it cannot be heard. */
export function sound(kind: "grave" | "plain"): void {
  if (!context || !canBeHeard()) return;
  const tones = kind === "grave" ? [880, 660] : [740];
  tones.forEach((frequency, index) => ring(context as AudioContext, frequency, index * 0.28));
}

function ring(audio: AudioContext, frequency: number, after: number): void {
  const begins = audio.currentTime + after;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = "triangle";
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, begins);
  volume.gain.exponentialRampToValueAtTime(0.4, begins + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, begins + 0.3);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(begins);
  oscillator.stop(begins + 0.32);
}
