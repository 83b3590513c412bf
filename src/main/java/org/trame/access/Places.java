package org.trame.access;

import java.util.List;

/** The municipalities roles can be held in; the module that keeps their directory answers. */
public interface Places {

  /** Every municipality of the directory. */
  List<Place> all();

  /**
   * A municipality.
   *
   * @param nis NIS code, the scope in a group's id
   * @param name French name
   * @param dutchName Dutch name
   * @param region code of its region
   */
  record Place(String nis, String name, String dutchName, String region) {}
}
