package org.tariffeconomics.architecture.broken.attic;

/** In a package that has no floor. */
public final class Forgotten {}
