package org.trame.profile;

import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * Whose profile is to be confirmed.
 *
 * @param profileMunicipality NIS code; empty: the coordinator's own municipality
 */
public record OpenProfile(@MayBeEmpty @OneOf("profileMunicipalities") String profileMunicipality) {}
