package org.trame.models;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Finds flows of a diagram that cross each other. */
final class Crossings {

  private record Segment(String flow, double x1, double y1, double x2, double y2) {

    /** Whether the two meet at a point inside both: touching at an end is joining, not crossing. */
    boolean crosses(Segment other) {
      double d1 = side(x1, y1, x2, y2, other.x1, other.y1);
      double d2 = side(x1, y1, x2, y2, other.x2, other.y2);
      double d3 = side(other.x1, other.y1, other.x2, other.y2, x1, y1);
      double d4 = side(other.x1, other.y1, other.x2, other.y2, x2, y2);
      return d1 * d2 < 0 && d3 * d4 < 0;
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
      return Math.signum((bx - ax) * (py - ay) - (by - ay) * (px - ax));
    }
  }

  private Crossings() {}

  static List<String> in(BpmnModelInstance model) {
    List<Segment> segments = new ArrayList<>();
    for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
      if (edge.getBpmnElement() instanceof SequenceFlow flow) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        for (int i = 1; i < points.size(); i++) {
          Waypoint from = points.get(i - 1);
          Waypoint to = points.get(i);
          segments.add(new Segment(flow.getId(), from.getX(), from.getY(), to.getX(), to.getY()));
        }
      }
    }
    List<String> crossings = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      for (int j = i + 1; j < segments.size(); j++) {
        if (segments.get(i).crosses(segments.get(j))) {
          crossings.add(segments.get(i).flow() + " x " + segments.get(j).flow());
        }
      }
    }
    return crossings;
  }
}
