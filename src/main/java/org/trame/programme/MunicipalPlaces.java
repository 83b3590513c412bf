package org.trame.programme;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.trame.access.Places;

/** The directory of municipalities, for those who keep accounts. */
@Component
@DependsOn("directory")
class MunicipalPlaces implements Places {

  private final Programmes programmes;

  MunicipalPlaces(Programmes programmes) {
    this.programmes = programmes;
  }

  @Override
  public List<Place> all() {
    return Stream.of("BRUSSELS", "WALLONIA")
        .flatMap(region -> programmes.municipalities(region).stream())
        .map(m -> new Place(m.nis(), m.name(), m.dutchName(), m.region()))
        .toList();
  }
}
