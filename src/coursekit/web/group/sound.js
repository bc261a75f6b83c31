import { h } from "../dom.js";

/** Tones in hertz, one after the other. */
const TONES = { minute: [523], up: [659, 523, 659] };
const TONE_SECONDS = 0.35;
const LOUDNESS = 0.25;

/** A box that is not ticked at first; ticking it lets the room hear what it will hear. */
export function drawSound(labels) {
  const box = h("input", { type: "checkbox", onchange: () => change() });
  const el = h("label", { class: "sound" }, box, h("span", {}, labels.gwSound));
  let audio = null;
  const play = (cue) => {
    if (box.checked && audio) TONES[cue].forEach((tone, place) => playTone(audio, tone, place));
  };
  const change = () => {
    audio ??= window.AudioContext ? new AudioContext() : null;
    play("minute");
  };
  return { el, play, stop: () => audio?.close() };
}

function playTone(audio, frequency, place) {
  const begin = audio.currentTime + place * TONE_SECONDS;
  const [tone, volume] = [new OscillatorNode(audio, { frequency }), new GainNode(audio, { gain: 0 })];
  volume.gain.setValueAtTime(LOUDNESS, begin);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + TONE_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + TONE_SECONDS);
}
