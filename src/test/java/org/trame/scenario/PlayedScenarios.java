package org.trame.scenario;

import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.FileSystemResource;

/** Programmes for tests of pages, made by playing a scenario. */
@TestComponent
public class PlayedScenarios {

  private final Player player;

  PlayedScenarios(Player player) {
    this.player = player;
  }

  /** Plays a scenario file; {@code today} is what it calls today. */
  public void play(String file, LocalDate today) {
    player.play(ScenarioReader.read(new FileSystemResource(file)), Narration.silent(), today);
  }
}
